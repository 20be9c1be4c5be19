import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refusal } from "../records/refusal.ts";
import { refusalAnswer } from "../routes/answers.ts";
import { embedRoutes } from "../routes/embed.ts";
import { keepVersions } from "./keep-versions.ts";

let folder: string;
let built: string;
let kept: string;
let said: string[];
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "regiotechniek-versions-"));
	built = join(folder, "dist/embed");
	kept = join(folder, "data/embed");
	said = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Replaces the build, as `npm run build` does. */
async function build(files: Record<string, string>) {
	await rm(built, { recursive: true, force: true });
	for (const [name, text] of Object.entries(files)) {
		await mkdir(dirname(join(built, name)), { recursive: true });
		await writeFile(join(built, name), text);
	}
}
const start = () => keepVersions({ built, kept, log: (message) => said.push(message) });

async function get(path: string) {
	const app = embedRoutes([kept, built]);
	app.onError((error, c) => {
		if (error instanceof Refusal) return refusalAnswer(c, error);
		throw error;
	});
	const response = await app.request(`/embed/${path}`);
	return response.status === 200 ? await response.text() : response.status;
}

describe("pinned versions of the embed", () => {
	it("are served after an upgrade whose build no longer has them", async () => {
		await build({
			"v1.js": "one",
			"1.0.0/techniek.js": "one",
			"1.0.0/month-abc.js": "month",
			"1.0.0/integrity.json": "{}",
		});
		await start();
		await build({ "v1.js": "two", "1.1.0/techniek.js": "two" });
		await start();
		expect(await get("1.0.0/techniek.js")).toBe("one");
		expect(await get("1.0.0/month-abc.js")).toBe("month");
		expect(await get("1.0.0/integrity.json")).toBe("{}");
		expect(await get("1.1.0/techniek.js")).toBe("two");
		expect(await get("v1.js")).toBe("two");
		expect(await get("2.0.0/techniek.js")).toBe(404);
		expect(said).toEqual([]);
	});

	it("keep their bytes when a build brings others under the same name, and say so", async () => {
		await build({ "1.0.0/techniek.js": "one", "1.0.0/same.js": "same" });
		await start();
		await build({ "1.0.0/techniek.js": "changed", "1.0.0/same.js": "same", "1.0.0/map-new.js": "map" });
		await start();
		expect(await get("1.0.0/techniek.js")).toBe("one");
		// What the evergreen script of this build loads is there all the same.
		expect(await get("1.0.0/map-new.js")).toBe("map");
		expect(said).toEqual([expect.stringMatching(/^Version 1\.0\.0 .* other bytes \(techniek\.js\)/)]);
		await start();
		expect(said.length).toBe(2);
	});

	it("never mix a file with the compressed form of another", async () => {
		await build({ "1.0.0/techniek.js": "one", "1.0.0/techniek.js.br": "one br", "1.0.0/techniek.js.gz": "one gz" });
		await start();
		await build({ "1.0.0/techniek.js": "two", "1.0.0/techniek.js.br": "two br", "1.0.0/techniek.js.gz": "two gz" });
		await start();
		expect(await readFile(join(kept, "1.0.0/techniek.js.br"), "utf8")).toBe("one br");
		expect((await readdir(join(kept, "1.0.0"))).sort()).toEqual(["techniek.js", "techniek.js.br", "techniek.js.gz"]);
	});

	it("are only what looks like a version, and a missing build is no trouble", async () => {
		await start();
		await build({ "v1.js": "one", "widgets/x.json": "{}", "1.0.0-beta.1/techniek.js": "beta" });
		await start();
		expect(await readdir(kept)).toEqual(["1.0.0-beta.1"]);
	});
});

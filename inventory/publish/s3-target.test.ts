import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../test/support/free-port.ts";
import { writePublished } from "./files.ts";
import { s3Target } from "./s3-target.ts";

let store: S3rver;
let folder: string;
let bucket: Parameters<typeof s3Target>[0];
/** What was asked of the store, as `PUT key`. */
const asked: string[] = [];

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "rt-s3-"));
	const port = await freePort();
	store = new S3rver({
		address: "127.0.0.1",
		port,
		silent: true,
		directory: join(folder, "store"),
		configureBuckets: [{ name: "regio-open", configs: [] }],
	});
	await store.run();
	store.on("event", ({ Records: [record] }: { Records: { eventName: string; s3: { object: { key: string } } }[] }) => {
		if (record) asked.push(`${record.eventName} ${record.s3.object.key}`);
	});
	bucket = {
		endpoint: `http://127.0.0.1:${port}`,
		region: "us-east-1",
		bucket: "regio-open",
		prefix: "open",
		// What s3rver takes (its README); nothing secret.
		accessKeyId: "S3RVER",
		secretAccessKey: "S3RVER",
	};
});

afterAll(async () => {
	await store.close();
	await rm(folder, { recursive: true, force: true });
});

const get = (key: string) =>
	fetch(`${bucket.endpoint}/regio-open/open/${key}`, { headers: { "Accept-Encoding": "identity" } });

test("sends the files with their compressed forms and the headers that readers need, then only what changed, and removes what is gone", async () => {
	const published = join(folder, "public");
	const target = s3Target(bucket);
	const feed = join(published, "feeds/flevoland/events.json");
	await writePublished(feed, JSON.stringify({ items: ["één"] }));
	await writePublished(join(published, "feeds/flevoland/events.ics"), "BEGIN:VCALENDAR");
	await writePublished(join(published, "feeds/flevoland-oost/events.json"), "{}");
	await mkdir(join(published, "feeds/flevoland"), { recursive: true });
	await writeFile(`${feed}.half.tmp`, "half");
	await target.sync(published, "feeds/flevoland");
	await target.sync(published, "feeds/flevoland-oost");

	const plain = await get("feeds/flevoland/events.json");
	expect(await plain.json()).toEqual({ items: ["één"] });
	expect(plain.headers.get("content-type")).toBe("application/json; charset=utf-8");
	expect(plain.headers.get("cache-control")).toContain("stale-if-error");
	expect(plain.headers.get("content-encoding")).toBeNull();
	expect(plain.headers.get("etag")).toMatch(/^"[0-9a-f]{32}"$/);
	const calendar = await get("feeds/flevoland/events.ics");
	expect(calendar.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
	// fetch unpacks what says that it is brotli, so getting the text back proves the header and the bytes.
	const compressed = await get("feeds/flevoland/events.json.br");
	expect(compressed.headers.get("content-encoding")).toBe("br");
	expect(JSON.parse(await compressed.text())).toEqual({ items: ["één"] });
	expect((await get("feeds/flevoland/events.json.half.tmp")).status).toBe(404);

	asked.length = 0;
	await target.sync(published, "feeds/flevoland");
	expect(asked).toEqual([]);

	await writePublished(feed, JSON.stringify({ items: [] }));
	for (const ending of ["", ".br", ".gz"]) await rm(join(published, `feeds/flevoland/events.ics${ending}`));
	await target.sync(published, "feeds/flevoland");
	expect(
		asked
			.filter((one) => one.includes("Put"))
			.map((one) => one.split("/").at(-1))
			.sort(),
	).toEqual(["events.json", "events.json.br", "events.json.gz"]);
	expect((await get("feeds/flevoland/events.ics")).status).toBe(404);
	// A region whose name begins the same is another one.
	expect((await get("feeds/flevoland-oost/events.json")).status).toBe(200);
});

test("says what the store did not take, without the secret", async () => {
	const published = join(folder, "public");
	const wrong = s3Target({ ...bucket, accessKeyId: "ONBEKEND", secretAccessKey: "verkeerd-geheim" });
	const error: unknown = await wrong.sync(published, "feeds/flevoland").catch((caught: unknown) => caught);
	expect(String(error)).toMatch(/GET \/regio-open: 403 InvalidAccessKeyId/);
	expect(String(error)).not.toContain("verkeerd-geheim");
});

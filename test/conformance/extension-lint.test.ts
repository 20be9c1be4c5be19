import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";

const root = fileURLToPath(new URL("../..", import.meta.url));
const Message = z.object({ code: z.string(), message: z.string(), file: z.optional(z.nullable(z.string())) });
const Report = z.object({ errors: z.array(Message), warnings: z.array(Message), notices: z.array(Message) });

/** What the linter behind `web-ext lint` and addons.mozilla.org says of a built extension. */
async function lint(folder: string) {
	const text = await new Promise<string>((resolve) => {
		const args = ["node_modules/addons-linter/bin/addons-linter", "--output", "json", folder];
		// It ends with 1 when it finds something; the report is what counts.
		execFile(process.execPath, args, { cwd: root, maxBuffer: 20_000_000 }, (_, stdout) => resolve(stdout));
	});
	return Report.parse(JSON.parse(text));
}

describe("the package for Firefox", () => {
	it("passes Mozilla's linter without errors, warnings or notices", async () => {
		expect(await lint("dist/extension-firefox")).toEqual({ errors: [], warnings: [], notices: [] });
	});
});

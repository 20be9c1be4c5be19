import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What Biome says about a file with this text in that folder. */
async function lint(folder: string, text: string): Promise<{ code: number; output: string }> {
	const scratch = await mkdtemp(join(root, folder, "zz-import-direction-"));
	const file = join(scratch, "violation.ts");
	try {
		await writeFile(file, text);
		return await new Promise((resolve) => {
			const args = [
				join(root, "node_modules/@biomejs/biome/bin/biome"),
				"lint",
				"--only=style/noRestrictedImports",
				file,
			];
			execFile(process.execPath, args, { cwd: root }, (error, stdout, stderr) =>
				resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
			);
		});
	} finally {
		await rm(scratch, { recursive: true, force: true });
	}
}

const importing = (from: string) => `import { x } from "${from}";\n\nexport const y = x;\n`;

it.each([
	["shared", "../../widgets/embed.ts"],
	["shared", "../../inventory/app.ts"],
	["shared", "node:fs"],
	["shared", "lit"],
	["widgets", "../../extension/outbox/store.ts"],
	["widgets", "../../inventory/app.ts"],
	["widgets", "node:fs"],
	["extension", "../../widgets/embed.ts"],
	["extension", "../../inventory/app.ts"],
	["inventory", "../../widgets/embed.ts"],
	["inventory", "../../extension/outbox/store.ts"],
])(
	"refuses that %s/ imports %s",
	async (folder, from) => {
		const { code, output } = await lint(folder, importing(from));
		expect(code).not.toBe(0);
		expect(output).toMatch(/noRestrictedImports/);
		expect(output).toMatch(/docs\/decisions/);
	},
	30_000,
);

it.each([
	["widgets", "../../shared/model/event.ts"],
	["extension", "../../shared/model/event.ts"],
	["inventory", "../../shared/model/event.ts"],
	["inventory", "node:fs"],
])(
	"lets %s/ import %s",
	async (folder, from) => {
		expect(await lint(folder, importing(from))).toMatchObject({ code: 0 });
	},
	30_000,
);

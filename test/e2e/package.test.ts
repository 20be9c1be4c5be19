import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { build, type PreviewServer, preview } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import manifest from "../../package.json" with { type: "json" };
import { opportunityMessages } from "../../shared/messages/opportunities.ts";
import { launchChromium } from "../support/browsers.ts";
import { freePort } from "../support/free-port.ts";
import { sharedService } from "../support/shared-service.ts";

/** A partner who bundles: the package as `npm run build` makes it, packed, installed and used in a project of its own. */

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);
const npm = (args: string[], cwd: string) => run("npm", args, { cwd, shell: process.platform === "win32" });

/** The blocks of code in one language of the package's readme, which are what the project is made of. */
async function examples(language: string): Promise<string[]> {
	const text = await readFile(join(root, "dist/package/README.md"), "utf8");
	return [...text.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, "gm"))].map(([, code = ""]) => code);
}

const page = (script: string, body: string) =>
	`<!doctype html><html lang="nl"><meta charset="utf-8"><title>Partner</title><link rel="icon" href="data:,">${body}<script type="module" src="./${script}"></script></html>`;

/** Compiles as a consumer does; declarations are checked too. */
const options = {
	strict: true,
	noEmit: true,
	skipLibCheck: false,
	target: "ES2022",
	lib: ["ES2022", "DOM", "DOM.Iterable"],
	types: [],
};

const consumer = `
import { setInventory, TechniekEvents, type TechniekSelectEvent } from "regiotechniek/events";
import { TechniekInitiatives as InitiativesClass } from "regiotechniek/initiatives/element";
import { TechniekInitiatives, TechniekOpportunities, type TechniekEventItem } from "regiotechniek";
import "regiotechniek/opportunities";

setInventory(new URL("https://inventaris.example/"));
const agenda = document.querySelector("techniek-events");
const settled: Promise<boolean> | undefined = agenda?.updateComplete;
agenda?.addEventListener("techniek-load", ({ detail }) => detail.total + detail.shown);
document.addEventListener("techniek-error", (event) => event.detail.code === "csp");
addEventListener("techniek-filter", (event: CustomEvent) => event.detail);
const chosen = ({ detail: { item } }: TechniekSelectEvent) => ("start" in item ? item.start : item.title);
document.addEventListener("techniek-select", chosen);
class Agenda extends TechniekEvents {}
customElements.define("our-agenda", Agenda);
const made: HTMLElement[] = [new TechniekOpportunities(), new TechniekInitiatives(), new InitiativesClass(), document.createElement("techniek-opportunities")];
const when = (item: TechniekEventItem): string => item.start;
export { made, settled, when };

// @ts-expect-error: no such code
document.addEventListener("techniek-error", (event) => event.detail.code === "nonsense");
// @ts-expect-error: an address is needed
setInventory();
`;

describe("the npm package in a project of its own", () => {
	let folder: string;
	const service = sharedService();
	let server: PreviewServer;
	let browser: Browser;
	let url: string;
	/** What was bundled, without what went to disk only. */
	let chunks: { fileName: string; code: string; imports: string[]; facade: string | null }[];

	const file = async (name: string, text: string) => {
		await mkdir(dirname(join(folder, name)), { recursive: true });
		await writeFile(join(folder, name), text);
	};

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "regiotechniek-consumer-"));
		await file("package.json", JSON.stringify({ name: "consumer", private: true, type: "module" }));
		const { stdout } = await npm(
			["pack", join(root, "dist/package"), "--silent", "--pack-destination", folder],
			folder,
		);
		await npm(["install", "--offline", "--no-audit", "--no-fund", `./${stdout.trim()}`], folder);

		const [script = "", ours = ""] = (await examples("js")).map((code) =>
			code.replaceAll("https://inventaris.example/", `${service.url}/`),
		);
		const [markup = ""] = await examples("html");
		await file("main.js", script);
		await file("index.html", page("main.js", markup));
		// What the readme calls "under a name of your own".
		await file(
			"own.js",
			`import { setInventory } from "regiotechniek/events/element";\nsetInventory("${service.url}");\n${ours}`,
		);
		await file("own.html", page("own.js", `<our-agenda region="midden-brabant" limit="2"></our-agenda>`));
		await file(
			"late.js",
			`import { setInventory } from "regiotechniek";\nimport "regiotechniek/opportunities";\nwindow.tell = () => setInventory("${service.url}");`,
		);
		await file(
			"late.html",
			page("late.js", `<techniek-opportunities region="midden-brabant" limit="2">Kansen</techniek-opportunities>`),
		);
		const built = await build({
			root: folder,
			configFile: false,
			logLevel: "silent",
			build: {
				reportCompressedSize: false,
				rolldownOptions: { input: ["index", "own", "late"].map((name) => join(folder, `${name}.html`)) },
			},
		});
		chunks = [built].flat().flatMap((one) =>
			"output" in one
				? one.output.flatMap((output) =>
						output.type === "chunk"
							? {
									fileName: output.fileName,
									code: output.code,
									imports: output.imports,
									facade: output.facadeModuleId,
								}
							: [],
					)
				: [],
		);
		server = await preview({
			root: folder,
			configFile: false,
			logLevel: "silent",
			preview: { host: "127.0.0.1", port: await freePort(), strictPort: true },
		});
		url = server.resolvedUrls?.local[0] ?? "";
		browser = await launchChromium();
	});
	afterAll(async () => {
		await browser?.close();
		await server?.close();
		await rm(folder, { recursive: true, force: true });
	});

	async function open(name: string): Promise<{ tab: Page; said: string[]; scripts: string[] }> {
		const tab = await browser.newPage({ locale: "nl-NL" });
		const said: string[] = [];
		const scripts: string[] = [];
		tab.on("console", (message) => said.push(message.text()));
		tab.on("pageerror", (error) => said.push(`thrown: ${error.message}`));
		tab.on("request", (request) => {
			if (request.resourceType() === "script") scripts.push(new URL(request.url()).pathname);
		});
		await tab.goto(url + name);
		return { tab, said, scripts };
	}

	it("is installed without anything else, under the version of this repository", async () => {
		const installed = join(folder, "node_modules");
		expect((await readdir(installed)).filter((name) => !name.startsWith("."))).toEqual(["regiotechniek"]);
		const own: unknown = JSON.parse(await readFile(join(installed, "regiotechniek/package.json"), "utf8"));
		expect(own).toMatchObject({
			name: "regiotechniek",
			version: manifest.version,
			license: manifest.license,
			customElements: "custom-elements.json",
		});
		expect(own).not.toHaveProperty("private");
		expect(own).not.toHaveProperty("dependencies");
	});

	it("holds every file that its addresses and its custom-elements.json name", async () => {
		const own = join(folder, "node_modules/regiotechniek");
		const files = (await readdir(own, { recursive: true })).map((name) => `./${name.replaceAll("\\", "/")}`);
		const { exports, sideEffects } = z
			.object({
				exports: z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())])),
				sideEffects: z.array(z.string()),
			})
			.parse(JSON.parse(await readFile(join(own, "package.json"), "utf8")));
		const named = Object.values(exports).flatMap((one) => (typeof one === "string" ? [one] : Object.values(one)));
		const { modules } = z
			.object({ modules: z.array(z.object({ path: z.string() })) })
			.parse(JSON.parse(await readFile(join(own, "custom-elements.json"), "utf8")));
		const all = [...named, ...sideEffects, ...modules.map(({ path }) => `./${path}`), "./LICENSE", "./THIRD-PARTY.md"];
		expect(all.filter((name) => !files.includes(name))).toEqual([]);
		expect(modules).toHaveLength(10);
	});

	it("keeps opportunities, and what loads later, out of a bundle's first script", () => {
		const opportunities = opportunityMessages.nl.respondBy("").trim();
		const entry = chunks.find(({ facade }) => facade?.endsWith("/index.html"));
		const first = new Set<string>();
		const visit = (name: string) => {
			if (first.has(name)) return;
			first.add(name);
			for (const one of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) visit(one);
		};
		visit(entry?.fileName ?? "");
		const holding = chunks.filter(({ code }) => code.includes(opportunities)).map(({ fileName }) => fileName);
		expect(holding).not.toEqual([]);
		expect(holding.filter((name) => first.has(name))).toEqual([]);
		const code = chunks.flatMap(({ fileName, code }) => (first.has(fileName) ? code : [])).join("");
		expect(code).toContain("techniek-load");
		expect(code).not.toContain("techniek-opportunities");
		expect(code).not.toContain("techniek-initiatives");
	});

	it("shows the list of its readme, and opens an item in a dialog whose code loads only then", async () => {
		const { tab, said, scripts } = await open("index.html");
		const title = tab.locator("techniek-events [part~=item] [part~=title] a, [part~=item] a[part~=title]").first();
		await title.waitFor();
		expect(await tab.locator("techniek-events [part~=item]").count()).toBeGreaterThan(1);
		const before = scripts.length;
		const text = (await title.textContent())?.trim() ?? "";
		await title.click();
		const dialog = tab.locator("techniek-events dialog[open]");
		await dialog.waitFor();
		expect(await dialog.textContent()).toContain(text);
		expect(scripts.slice(before).some((name) => /\/detail-/.test(name))).toBe(true);
		expect(tab.url()).toBe(`${url}index.html`);
		expect(said).toEqual([expect.stringMatching(/^\d+ of \d+$/)]);
		await tab.close();
	});

	it("registers nothing for who imports a class, which works under another name", async () => {
		const { tab, said } = await open("own.html");
		await tab.locator("our-agenda [part~=item]").nth(1).waitFor();
		expect(await tab.evaluate(() => customElements.get("techniek-events") === undefined)).toBe(true);
		expect(said).toEqual([]);
		await tab.close();
	});

	it("shows a list in an element that was in the page before it was told where the inventory is", async () => {
		const { tab, said } = await open("late.html");
		await expect.poll(() => tab.evaluate("customElements.get('techniek-opportunities') !== undefined")).toBe(true);
		expect(await tab.evaluate("document.querySelector(':state(error)') !== null")).toBe(true);
		await tab.evaluate("window.tell()");
		await tab.locator("techniek-opportunities [part~=item]").nth(1).waitFor();
		// Until then the partner is told what to do.
		expect(said).toEqual([expect.stringContaining("setInventory")]);
		await tab.close();
	});

	it.each([
		["ESNext", "bundler"],
		["NodeNext", "NodeNext"],
	])("has types for a strict project with module %s and moduleResolution %s", async (module, moduleResolution) => {
		const project = join(folder, `types-${module}`);
		await mkdir(project);
		await cp(join(folder, "node_modules"), join(project, "node_modules"), { recursive: true });
		await writeFile(join(project, "package.json"), JSON.stringify({ type: "module" }));
		await writeFile(join(project, "main.ts"), consumer);
		const config = { compilerOptions: { ...options, module, moduleResolution }, include: ["*.ts"] };
		await writeFile(join(project, "tsconfig.json"), JSON.stringify(config));
		const tsc = run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "."], { cwd: project });
		expect(
			await tsc.then(
				() => "",
				(error: unknown) => (error instanceof Error && "stdout" in error ? error.stdout : error),
			),
		).toBe("");
	});
});

import { fileURLToPath } from "node:url";
import { build } from "vite";
import * as z from "zod/mini";
import type { Indexed } from "../../../shared/text/duplicate-index.ts";
import { launchChromium } from "../../support/browsers.ts";
import { inventedInventory } from "./inventory.ts";
import { p95Of } from "./measure-index.ts";
import { type Part, readPairs } from "./pairs.ts";

const Measured = z.object({ records: z.int(), built: z.number(), times: z.array(z.number()).check(z.minLength(1)) });
const name = "measuring";

async function script(): Promise<string> {
	const result = await build({
		configFile: false,
		logLevel: "error",
		build: {
			write: false,
			target: "chrome116",
			lib: { entry: fileURLToPath(new URL("./measure-index.ts", import.meta.url)), formats: ["iife"], name },
		},
	});
	const chunk = [result].flat().flatMap((one) => ("output" in one ? one.output : []))[0];
	if (chunk?.type !== "chunk") throw new Error("The measuring script was not built.");
	return chunk.code;
}

/**
 * The questions of the labelled pairs to an index of `size` records in a page of a real Chromium, where the clipper asks
 * them: the time at the 95th percentile and that to build the index, in milliseconds.
 */
export async function timeInChromium(part: Part, size: number) {
	const pairs = readPairs(part);
	const labelled = new Map<string, Indexed>(pairs.map(({ base }) => [base.title, { ...base, id: base.title }]));
	const records = [...inventedInventory(size - labelled.size), ...labelled.values()];
	const browser = await launchChromium();
	try {
		const page = await browser.newPage();
		await page.addScriptTag({ content: await script() });
		const answer: unknown = await page.evaluate(
			({ name, records, questions }) =>
				Reflect.apply(Reflect.get(Reflect.get(globalThis, name), "measureIndex"), undefined, [records, questions]),
			{ name, records, questions: pairs.map(({ variant }) => variant) },
		);
		const { records: indexed, built, times } = Measured.parse(answer);
		return { records: indexed, built, p95: p95Of(times) };
	} finally {
		await browser.close();
	}
}

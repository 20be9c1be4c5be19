import { parseArgs } from "node:util";
import { table } from "../../../scripts/lib/table.mjs";
import { capturePage, parts, readPages } from "./pages.ts";
import { bar, barred, type Judgement, judge, scoresOf, underBar } from "./score.ts";

const usage = `npm run conformance -- [capture] [--failures]
Reads the labelled pages of test/conformance/capture/corpus and prints precision and recall per field.
--failures   also prints what is wrong in the tuning part; the held-out part is there to measure, not to look at`;

const share = (n: number) => (Number.isNaN(n) ? "-" : n.toFixed(3));

function failure({ page, field, expected, got }: Judgement): string {
	return `${page}: ${field} should be ${expected === undefined ? "empty" : `“${expected}”`}, is ${got === undefined ? "empty" : `“${got}”`}`;
}

/** Gives 1 when a measure with a bar is under it on the held-out pages, else 0. */
export async function main(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { failures: { type: "boolean" } },
	});
	if (positionals.length > 0) {
		console.error(usage);
		return 1;
	}
	let under: readonly string[] = [];
	for (const part of parts) {
		const pages = readPages(part);
		const judgements = pages.flatMap((page) => judge(page.name, page.label, capturePage(page)));
		const scores = scoresOf(judgements);
		console.log(`\n${part}, ${pages.length} pages`);
		console.log(
			table(
				["field", "to find", "found", "precision", "recall", "to reach"],
				scores.map(({ measure, labelled, found, precision, recall }) => [
					measure,
					String(labelled),
					String(found),
					share(precision),
					share(recall),
					barred.includes(measure) ? `${bar.precision} and ${bar.recall}` : "",
				]),
			),
		);
		if (part === "tuning" && values.failures)
			for (const one of judgements.filter(({ isRight }) => !isRight)) console.log(failure(one));
		if (part === "held-out") under = underBar(scores);
	}
	if (under.length > 0) console.error(`\nUnder the bar on the held-out pages: ${under.join(", ")}.`);
	return under.length > 0 ? 1 : 0;
}

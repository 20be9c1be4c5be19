import "axe-core/axe.min.js";
import { clear, one, place, reached, same, server, texts, until } from "../testing/page.ts";

interface Axe {
	run(
		context: Element,
		options: { runOnly: string[]; rules: Record<string, { enabled: boolean }> },
	): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}
declare global {
	var axe: Axe;
}

async function findsNothing(place: Element, scene: string) {
	const rules = { region: { enabled: false } };
	const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
	const { violations } = await axe.run(place, { runOnly, rules });
	same(
		violations.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary]),
		[],
		scene,
	);
}

function newMain() {
	document.title = "Proef";
	const main = document.body.appendChild(document.createElement("main"));
	main.appendChild(document.createElement("h1")).textContent = "Proef";
	return main;
}

const scenes = [
	{ state: "loading", region: "traag" },
	{ state: "ready", region: "midden" },
	{ state: "ready", region: "statussen" },
	{ state: "empty", region: "leeg" },
	{ state: "error", region: "fout" },
] as const;

describe("axe finds nothing", () => {
	afterEach(clear);

	for (const language of ["nl", "en"]) {
		for (const theme of ["auto", "light", "dark"]) {
			it(`in any state, in ${language}, theme ${theme}`, async () => {
				document.documentElement.lang = language;
				for (const kind of ["events", "opportunities", "initiatives"] as const) {
					for (const { state, region } of scenes) {
						if (region === "statussen" && kind !== "events") continue;
						for (const view of ["list", "cards"]) {
							const main = newMain();
							const attributes = { region, theme, view, limit: "4", "heading-level": "2" };
							await reached(place(kind, attributes, main), state);
							await findsNothing(main, `${kind} ${state} ${view}`);
							main.remove();
						}
					}
				}
			});
		}

		it(`in an old copy, among chosen filters and when these leave nothing, in ${language}`, async () => {
			document.documentElement.lang = language;
			const main = newMain();
			const attributes = { region: "oud", limit: "4", "heading-level": "2" };
			const before = place("events", attributes, main);
			await reached(before, "ready");
			before.remove();
			await server.set("oud", "down");
			const element = place("events", attributes, main);
			await reached(element, "stale");
			await findsNothing(main, "stale");
			await server.set("oud", "up");
			for (const [words, state] of [
				["robotica", "ready"],
				["xyzzy", "filtered-empty"],
			] as const) {
				const input = one<HTMLInputElement>(element, "input[name=q]");
				input.value = words;
				input.dispatchEvent(new Event("input", { bubbles: true }));
				await until(() => texts(element, ".chip").some((chip) => chip.includes(words)));
				await reached(element, state);
				await findsNothing(main, `${state} with filters`);
			}
		});
	}

	it("with two lists of one kind on a page", async () => {
		document.documentElement.lang = "nl";
		const main = newMain();
		for (const region of ["midden", "statussen"]) {
			await reached(place("events", { region, limit: "4", "heading-level": "2" }, main), "ready");
		}
		await findsNothing(main, "two lists");
	});
});

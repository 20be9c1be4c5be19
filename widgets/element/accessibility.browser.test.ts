import { axeFindsNothing, newMain } from "../testing/axe.ts";
import { clear, one, place, reached, server, texts, until } from "../testing/page.ts";

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
							await axeFindsNothing(main, `${kind} ${state} ${view}`);
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
			await axeFindsNothing(main, "stale");
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
				await axeFindsNothing(main, `${state} with filters`);
			}
		});
	}

	it("with two lists of one kind on a page", async () => {
		document.documentElement.lang = "nl";
		const main = newMain();
		for (const region of ["midden", "statussen"]) {
			await reached(place("events", { region, limit: "4", "heading-level": "2" }, main), "ready");
		}
		await axeFindsNothing(main, "two lists");
	});
});

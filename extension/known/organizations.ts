import type { CueFinder } from "../../shared/text/cue-finder.ts";
import { matchKeyOfTitle } from "../../shared/text/match-key.ts";
import { organizationFinder } from "../../shared/text/suggestions.ts";

/** Said with a name or left out of it, as people like. */
const legalForms = new Set([
	"bv",
	"b",
	"v",
	"nv",
	"n",
	"vof",
	"stichting",
	"vereniging",
	"cooperatie",
	"st",
	"ua",
	"u",
	"a",
]);

/** What two ways of writing one organisation have in common. */
const keyOf = (name: string): string => {
	const words = matchKeyOfTitle(name).split(" ");
	return words.filter((word) => !legalForms.has(word)).join(" ");
};

/** The organisations that the inventory knows. */
export class KnownOrganizations {
	/** Finds them in a text, as they are written. */
	readonly finder: CueFinder;
	readonly #byKey = new Map<string, string>();

	/** Of names that differ only in how they are written, the first counts. */
	constructor(names: Iterable<string>) {
		const all = new Set(names);
		this.finder = organizationFinder(all);
		for (const name of all) {
			const key = keyOf(name);
			if (key !== "" && !this.#byKey.has(key)) this.#byKey.set(key, name);
		}
	}

	/** What the inventory calls an organisation that a page writes in its own way: with other capitals, or "Stichting" before it. */
	named(name: string): string | undefined {
		return this.#byKey.get(keyOf(name));
	}
}

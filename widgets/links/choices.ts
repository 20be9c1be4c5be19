import type { Choice, Choices } from "../../shared/list/filter-bar.ts";
import type { FilterName } from "../../shared/messages/widgets.ts";
import type { Facets } from "../../shared/model/feed.ts";
import { allowed, type FeedQuery } from "../../shared/model/query.ts";
import { moment } from "../feed/readers.ts";

/** The values of facets that a feed has named so far: chosen ones narrow what it names later. */
export class KnownValues {
	#values = new Map<string, Map<string, Choice>>();

	learn(facets: Facets) {
		for (const [name, values] of Object.entries(facets)) {
			const known = this.#values.get(name) ?? new Map<string, Choice>();
			this.#values.set(name, known);
			for (const { value, label, labelEn } of values ?? []) known.set(value, { value, label, labelEn });
		}
	}

	get(name: FilterName, value: string): Choice | undefined {
		return this.#values.get(name)?.get(value);
	}
}

/**
 * What the words of a link choose: only in the filters that visitors see, and only values that the feed knows and the
 * partner's own choice leaves open. `unknown` are those left out that the feed may name yet, as `place=Tilburg`.
 */
export function choicesOf(
	wanted: ReadonlyMap<string, string>,
	{ filters, fixed }: { filters: readonly FilterName[]; fixed: FeedQuery },
	known: KnownValues,
): { choices: Choices; unknown: string[] } {
	const choices: Choices = {};
	const unknown: string[] = [];
	for (const name of filters) {
		const value = wanted.get(name);
		if (!value) continue;
		if (name === "q") choices.q = { value, label: value };
		else if (name === "from" || name === "to") {
			if (value.length === 10 && moment(value)) choices[name] = { value, label: value };
		} else if (allowed(fixed, name, [value]).length) {
			const choice = known.get(name, value);
			if (choice) choices[name] = choice;
			else unknown.push(`${name}=${value}`);
		}
	}
	return { choices, unknown };
}

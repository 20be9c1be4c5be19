import type { Choices } from "../../shared/list/filter-bar.ts";
import type { FilterName } from "../../shared/messages/widgets.ts";
import type { MakePart } from "../parts/part.ts";
import { choicesOf, KnownValues } from "./choices.ts";
import { changed, changeHash, readHash } from "./hash.ts";
import { linkedItem } from "./linked-item.ts";

const chosenIn = (choices: Choices, name: FilterName) => choices[name]?.value;

/**
 * The visitor's filters in the page's hash, so that a link to the page leads to the list as it is now. Filters are written
 * in place, so that going back leaves the page; only an opened item is a step of its own (detail.ts).
 */
export const part: MakePart = (host) => {
	const stop = new AbortController();
	const { signal } = stop;
	const known = new KnownValues();
	/** What a link asks for and the list does not show yet. */
	let wanted: ReadonlyMap<string, string> | undefined;
	/** Whether the feed is asked without filters, to learn every value that it has. */
	let learning = false;
	/** What the feed does not know, even when it is asked for everything. */
	const strange = new Set<string>();
	let writing = false;
	let item: string | undefined;
	/** The choices that the hash tells of. */
	let told: Choices = host.chosen;

	const name = () => host.settings.deepLink ?? host.kind;

	function choose(choices: Choices) {
		host.choose(choices);
		told = host.chosen;
	}

	/**
	 * Reads the hash. Without anything of ours it is a link to some other place in the page, and the filters stay; unless an
	 * element of the same name says that it `cleared` them.
	 */
	function read(cleared: boolean) {
		const found = new Map(readHash(location.hash, name()));
		if (!cleared) item = /^[\w-]+$/.exec(found.get("item") ?? "")?.[0];
		found.delete("item");
		if (found.size || cleared) wanted = found;
	}

	/** Has the list show what the link asks for, as soon as the feed tells what of that there is. */
	function follow(asked: ReadonlyMap<string, string>) {
		const { settings, chosen, state } = host;
		const { choices, unknown } = choicesOf(asked, settings, known);
		if (!learning && unknown.some((one) => !strange.has(one))) {
			if (state === "loading" || state === "error") return;
			learning = true;
			if (settings.filters.some((filter) => chosen[filter])) return choose({});
		}
		if (learning && state === "loading") return;
		if (learning) for (const one of unknown) strange.add(one);
		learning = false;
		wanted = undefined;
		if (settings.filters.some((filter) => chosenIn(choices, filter) !== chosenIn(chosen, filter))) choose(choices);
	}

	/** Writes what the visitor changed, and nothing else: another element may use words that are unknown here. */
	function write() {
		const changes: Record<string, string | undefined> = {};
		for (const filter of host.settings.filters) {
			const value = chosenIn(host.chosen, filter);
			if (value !== chosenIn(told, filter)) changes[filter] = value;
		}
		told = host.chosen;
		writing = true;
		changeHash(name(), changes);
		writing = false;
	}

	/** Opens the item that the link names, once there is a list to open it over. */
	async function open(id: string) {
		item = undefined;
		const found = await linkedItem(host, id, signal);
		// Meanwhile somebody may have chosen another.
		if (found && !signal.aborted && !host.layer && readHash(location.hash, name()).get("item") === id) host.open(found);
	}

	/** An anchor beside what is ours: browsers look for the whole hash and find nothing. */
	function goToAnchor() {
		const [first = "", ...others] = location.hash.slice(1).split("&");
		if (others.length && !first.includes("=") && !scrollY) document.getElementById(first)?.scrollIntoView();
	}

	addEventListener(
		"hashchange",
		() => {
			read(false);
			host.requestUpdate();
		},
		{ signal },
	);
	addEventListener(
		changed,
		(event) => {
			if (writing || !(event instanceof CustomEvent) || event.detail !== name()) return;
			read(true);
			host.requestUpdate();
		},
		{ signal },
	);
	// Of two elements of one name the first that has the item opens it.
	document.addEventListener(
		"techniek-select",
		() => {
			item = undefined;
		},
		{ signal },
	);

	read(false);
	// What needs no facets goes with the first question.
	if (wanted) follow(wanted);
	goToAnchor();

	return {
		updated() {
			const { state, chosen, layer, settings } = host;
			const done = state !== "loading" && state !== "error";
			if (done) known.learn(host.facets);
			if (chosen !== told) {
				// The visitor was there first.
				wanted = undefined;
				write();
			} else if (wanted) follow(wanted);
			if (item !== undefined && done && !wanted && !layer && settings.dialog) void open(item);
		},
		disconnect: () => stop.abort(),
	};
};

import type { Host } from "../../widgets/parts/part.ts";

/** What the tests do in a page. Each function travels as source, so it uses nothing but its arguments and the page. */

export interface Showing {
	kind: "events" | "opportunities" | "initiatives";
	attributes: Record<string, string>;
	/** An element with these attributes loads first and leaves again, so that the page has an older copy. */
	twice: boolean;
	/** Titles that have to be on screen. */
	titles: string[];
	outcome: "shows" | "fails" | "older";
	/** Whether more of the feed is elsewhere, where it may not be found: what there is then stands as not all of it. */
	partly: boolean;
	/** Whether items may be gone for which the partner must hear a sentence. */
	lame: boolean;
	/** Whether an item is opened, the button for more pressed, and the map asked for. */
	use: boolean;
}

export interface Seen {
	state: string;
	/** What is wrong with what was seen. */
	wrong: string[];
	items: number;
	told: string[];
	opened: boolean;
}

declare global {
	/** Errors and refused promises that nobody caught, since they were last asked for. */
	var uncaught: string[];
	/** What smuggled scripts set. */
	var hacked: unknown;
}

/** Keeps what nobody catches. Runs before everything else in the page. */
export function keepUncaught(): void {
	globalThis.uncaught = [];
	addEventListener("error", ({ message, error }) => void uncaught.push(`${message} ${error?.stack ?? ""}`));
	addEventListener("unhandledrejection", ({ reason }) => void uncaught.push(`refused: ${reason?.stack ?? reason}`));
}

/** Shows all of `batch` at once, uses them, and takes them away. Milliseconds of `patience` for each to come to rest. */
export async function showAll({ batch, patience }: { batch: Showing[]; patience: number }): Promise<Seen[]> {
	const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
	const plain = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
	const states = ["loading", "ready", "empty", "filtered-empty", "stale", "error"];
	const stateOf = (element: Element) => states.filter((state) => element.matches(`:state(${state})`)).join();
	const until = async (find: () => unknown, milliseconds: number) => {
		const end = performance.now() + milliseconds;
		while (performance.now() < end) {
			if (find()) return true;
			await pause(8);
		}
		return false;
	};
	const isWidget = (element: Element): element is Element & Pick<Host, "items" | "open" | "updateComplete"> =>
		"items" in element && "open" in element;
	const atRest = (element: Element) =>
		until(
			() => stateOf(element) !== "loading" && element.shadowRoot?.querySelector(".root[aria-busy=false]"),
			patience,
		);

	// Visitors have one dialog before them; two would quarrel over the address of the page.
	let turn: Promise<unknown> = Promise.resolve();
	const inTurn = (work: () => Promise<void>) => {
		const mine = turn.then(work);
		turn = mine;
		return mine;
	};

	async function showOne({ kind, attributes, twice, titles, outcome, partly, lame, use }: Showing): Promise<Seen> {
		const wrong: string[] = [];
		const told: string[] = [];
		const place = document.body.appendChild(document.createElement("section"));
		const make = () => {
			const made = document.createElement(`techniek-${kind}`);
			for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
			const link = made.appendChild(document.createElement("a"));
			link.href = "https://inventory.example/";
			link.textContent = "Terugval";
			made.addEventListener("techniek-error", ({ detail }) => void told.push(detail.code));
			place.append(made);
			return made;
		};
		if (twice) {
			const first = make();
			if (!(await atRest(first))) wrong.push("the good feed did not come");
			first.remove();
		}
		const element = make();
		const root = element.shadowRoot;
		const rest = async (after: string) => {
			if (!(await atRest(element))) wrong.push(`still ${stateOf(element)} after ${after}`);
		};
		await rest("loading");
		const readAll = async () => {
			// A day of a month has room for three; the others are a number until one asks for them.
			if (attributes.view === "month" && isWidget(element))
				return element.items.map(({ title }) => plain(title)).join(" ");
			if (attributes.view !== "coverage" || !isWidget(element)) return plain(root?.textContent);
			// A matrix counts; what is counted stands below it, a cell at a time.
			const read = [plain(root?.textContent)];
			for (const cell of root?.querySelectorAll("button.cell") ?? []) {
				if (cell instanceof HTMLElement) cell.click();
				await element.updateComplete;
				read.push(plain(root?.querySelector(".coverage-open")?.textContent));
			}
			return read.join(" ");
		};
		const shown = async (what: string) => {
			const text = await readAll();
			const lost = titles.filter((title) => !text.includes(title));
			if (outcome !== "fails" && lost.length) wrong.push(`${what}: lost ${lost.join(" and ")}`);
			const items = root?.querySelectorAll("[part~=item]").length ?? 0;
			const says = [...(root?.querySelectorAll("[role=status]") ?? [])].some(
				(one) => plain(one.textContent) && one.checkVisibility() && one.getBoundingClientRect().height > 0,
			);
			const fallback = element.querySelector("a")?.checkVisibility();
			if (!says && !fallback && !items) wrong.push(`${what}: blank`);
			if (element.getBoundingClientRect().height < 10) wrong.push(`${what}: no height`);
			if (stateOf(element) === "error" && !items && !fallback) wrong.push(`${what}: failed without its fallback`);
			return items;
		};
		const items = await shown("at first");
		const state = stateOf(element);
		// A month asks for its own days, which may have nothing.
		const known = ["ready", "empty", "stale", "error", attributes.view === "month" ? "filtered-empty" : ""];
		if (!known.includes(state)) wrong.push(`state ${state}`);
		const settled = state === "ready" || (partly && state === "stale");
		if (outcome === "shows" && titles.length && !settled) wrong.push(`${state}, not ready`);
		if (outcome === "older" && state !== "stale") wrong.push(`${state}, not stale`);
		if (outcome === "fails" && state !== "error") wrong.push(`${state}, not error`);
		const hears = (lame && state === "ready") || state === "error";
		if (hears && !(await until(() => told.length, 3000))) wrong.push("the partner was not told");
		let opened = false;
		if (!isWidget(element)) return { state, wrong: [...wrong, "no widget"], items, told, opened: false };
		const card = element.items[0];
		if (use && card && state !== "error") {
			const dialog = () => root?.querySelector("dialog[open]");
			const openIt = async () => {
				element.open(card);
				opened = await until(dialog, 3000);
				if (!opened) return void wrong.push("nothing opened");
				const title = plain(card.title).slice(0, 60);
				if (!plain(dialog()?.textContent).includes(title)) wrong.push("the dialog does not say what it is about");
				// What the item leads to comes later.
				await until(() => !root?.querySelector("dialog [aria-busy=true]"), 2000);
				if ((dialog()?.getBoundingClientRect().height ?? 0) < 50) wrong.push("an empty dialog");
				const open = dialog();
				if (open instanceof HTMLDialogElement) open.close();
				await element.updateComplete;
				if (!(await until(() => !location.hash.includes("item="), 2000))) wrong.push("the address kept the item");
			};
			await ("deep-link" in attributes ? inTurn(openIt) : openIt());
			const offer = root?.querySelector(".map-offer button");
			if (offer instanceof HTMLElement) {
				offer.click();
				await until(() => root?.querySelector(".pin, .map-failed:not(:empty)"), 1000);
				const pin = root?.querySelector(".pin");
				if (pin instanceof HTMLElement) {
					pin.click();
					if (!(await until(() => root?.querySelector(".spot"), 1000))) wrong.push("a marker that does nothing");
				}
				await shown("with the map");
			}
			const more = root?.querySelector("[part~=more]");
			if (more instanceof HTMLElement) {
				more.click();
				await pause(0);
				await rest("more");
				await shown("after more");
			}
		}
		if (Reflect.get({}, "polluted") !== undefined) wrong.push("the prototype of everything was changed");
		for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
			try {
				JSON.parse(script.textContent ?? "");
			} catch {
				wrong.push("structured data that is no JSON");
			}
		}
		place.remove();
		return { state, wrong, items, told, opened };
	}

	const seen = await Promise.all(batch.map(showOne));
	// What is refused is known a task later.
	await pause(0);
	await pause(0);
	if (globalThis.hacked !== undefined) uncaught.push("a script of the feed ran");
	const thrown = uncaught.splice(0);
	for (const one of seen) one.wrong.push(...thrown);
	return seen;
}

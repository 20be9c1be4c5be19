import type { Host } from "../../widgets/parts/part.ts";

/** What a test sees of a widget in a page. Travels as source, so it uses nothing but its argument and the page. */

export interface Asked {
	kind: "events" | "opportunities" | "initiatives";
	attributes: Record<string, string>;
	/** Every item is opened in turn. */
	open: boolean;
	/** A value is chosen in every filter. */
	choose: boolean;
}

export interface Inside {
	state: string;
	titles: string[];
	/** Of all that was drawn, dialogs too: names of elements, and of attributes. */
	elements: string[];
	attributes: string[];
	/** Schemes of all links. */
	schemes: string[];
	opened: number;
	/** Titles that the dialog about an item did not show. */
	lost: string[];
	/** Structured data that is no JSON. */
	broken: number;
}

export async function lookInside({ kind, attributes, open, choose }: Asked): Promise<Inside> {
	const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
	const plain = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
	const until = async (find: () => unknown, milliseconds = 10_000) => {
		const end = performance.now() + milliseconds;
		while (performance.now() < end) {
			if (find()) return true;
			await pause(5);
		}
		return false;
	};
	const element = document.createElement(`techniek-${kind}`);
	const isWidget = (
		one: Element,
	): one is HTMLElement & Pick<Host, "items" | "open" | "updateComplete" | "state" | "root"> =>
		"items" in one && "open" in one;
	if (!isWidget(element)) throw new Error("There is no widget.");
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
	document.body.append(element);
	const { root } = element;
	const seen = { elements: new Set<string>(), attributes: new Set<string>(), schemes: new Set<string>() };
	const look = (within: ParentNode) => {
		for (const one of within.querySelectorAll("*")) {
			seen.elements.add(one.localName);
			for (const name of one.getAttributeNames()) seen.attributes.add(name);
			for (const name of ["href", "src", "action", "formaction", "xlink:href", "data", "srcdoc"]) {
				const address = one.getAttribute(name);
				if (address) seen.schemes.add(new URL(address, document.baseURI).protocol);
			}
		}
	};
	await until(() => element.state !== "loading" && root.querySelector(".root[aria-busy=false]"));
	await element.updateComplete;
	look(root);
	const { state } = element;
	const titles = element.items.map(({ title }) => title);
	const offer = root.querySelector<HTMLElement>(".map-offer button");
	if (offer) {
		offer.click();
		await until(() => root.querySelector(".pin"), 3000);
		for (const pin of root.querySelectorAll<HTMLElement>(".pin")) {
			pin.click();
			await element.updateComplete;
			look(root);
		}
	}
	for (const button of root.querySelectorAll<HTMLElement>("th button")) {
		button.click();
		await element.updateComplete;
	}
	let opened = 0;
	const lost: string[] = [];
	if (open) {
		for (const item of element.items) {
			element.open(item);
			const dialog = () => root.querySelector<HTMLDialogElement>("dialog[open]");
			if (!(await until(dialog))) continue;
			await until(
				() => dialog()?.querySelector(".related") || dialog()?.querySelector("[role=status]")?.textContent,
				1000,
			);
			opened += 1;
			const shown = dialog();
			if (!plain(shown?.textContent).includes(plain(item.title))) lost.push(item.title);
			if (shown) look(shown);
			shown?.close();
			await element.updateComplete;
		}
	}
	if (choose) {
		for (const { name, options } of root.querySelectorAll("select")) {
			const select = root.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
			const option = options[Math.floor(options.length / 2)];
			if (!select || !option) continue;
			select.value = option.value;
			select.dispatchEvent(new Event("change"));
			await until(() => element.state !== "loading");
			await element.updateComplete;
			look(root);
		}
	}
	let broken = 0;
	for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
		try {
			JSON.parse(script.textContent ?? "");
		} catch {
			broken += 1;
		}
	}
	element.remove();
	history.replaceState(null, "", location.pathname);
	// What was smuggled in may take a moment to run: a picture has to fail first.
	await pause(30);
	return {
		state,
		titles,
		elements: [...seen.elements].sort(),
		attributes: [...seen.attributes].sort(),
		schemes: [...seen.schemes].sort(),
		opened,
		lost,
		broken,
	};
}

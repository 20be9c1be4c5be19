import type { AnyCard, Host, Part } from "../parts/part.ts";
import { type ExtraName, parts } from "./load.ts";
import { attributesOf } from "./managed.ts";

interface Slot {
	part?: Part | undefined;
	/** Whether it is clear that there is a part, or that there will be none. */
	settled?: boolean;
	ready: Promise<Part | undefined>;
}

/** Everything that one element does beside a plain list: its views, dialog, links, and what it has from a managed widget. */
export class Extras {
	/** Whether what is over is on screen. */
	past = false;
	#host: Host;
	#slots = new Map<ExtraName, Slot>();
	#styled = new Set<ExtraName>();
	#managed: { name: string; attributes?: Partial<Record<string, string>> } | undefined;

	constructor(host: Host) {
		this.#host = host;
	}

	/**
	 * The attributes that an editor keeps in the inventory for the widget called `name`; undefined while they are on their
	 * way, after which the element draws again.
	 */
	attributes(name: string): Partial<Record<string, string>> | undefined {
		if (this.#managed?.name !== name) {
			const managed: { name: string; attributes?: Partial<Record<string, string>> } = { name };
			this.#managed = managed;
			void attributesOf(this.#host, name).then((attributes) => {
				managed.attributes = attributes;
				this.#host.requestUpdate();
			});
		}
		return this.#managed?.attributes;
	}

	/** Has the parts that the settings ask for at work, and no others. Gives the one that draws, and whether one is missing yet. */
	prepare(): { view: Part | undefined; waiting: boolean } {
		const { view, deepLink, structuredData } = this.#host.settings;
		const drawing = this.past ? "past" : view === "list" || view === "cards" ? undefined : view;
		const wanted: (ExtraName | undefined | false)[] = [
			drawing,
			deepLink !== undefined && "links",
			structuredData && "structured",
		];
		for (const [name, { part }] of this.#slots) {
			// A dialog is for when somebody opens it.
			if (name === "detail" || wanted.includes(name)) continue;
			part?.disconnect?.();
			this.#slots.delete(name);
		}
		for (const name of wanted) if (name) void this.#part(name);
		const slot = (name: ExtraName | undefined) => (name ? this.#slots.get(name) : undefined);
		return {
			view: slot(drawing)?.part,
			waiting: [slot(drawing), slot("links")].some((one) => one && !one.settled),
		};
	}

	/** The part called `name`, at work for this element; undefined when it cannot be had, of which the partner is told. */
	#part(name: ExtraName): Promise<Part | undefined> {
		const host = this.#host;
		const known = this.#slots.get(name);
		if (known) return known.ready;
		const load = async () => {
			try {
				const loaded = await parts[name](host.home);
				// Meanwhile the element may have left the page, or changed its mind.
				if (this.#slots.get(name) !== slot) return undefined;
				slot.part = loaded.part(host);
				this.#adopt(name, slot.part.styles);
			} catch (error) {
				host.tell("part", name);
				if (!(error instanceof TypeError)) throw error;
			} finally {
				slot.settled = true;
				host.requestUpdate();
			}
			return slot.part;
		};
		const slot: Slot = { ready: Promise.resolve(undefined).then(load) };
		this.#slots.set(name, slot);
		return slot.ready;
	}

	#adopt(name: ExtraName, styles: string | undefined) {
		if (!styles || this.#styled.has(name)) return;
		this.#styled.add(name);
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(styles);
		this.#host.root.adoptedStyleSheets.push(sheet);
	}

	/** Opens `item` on the page itself or, where that fails, goes to its own page. */
	async open(item: AnyCard) {
		const detail = await this.#part("detail");
		if (detail) detail.open?.(item);
		else if (item.url) location.assign(item.url);
	}

	/** After each drawing. */
	updated() {
		for (const { part } of this.#slots.values()) part?.updated?.();
	}

	/** The element has left the page. */
	disconnect() {
		for (const { part } of this.#slots.values()) part?.disconnect?.();
		this.#slots.clear();
	}
}

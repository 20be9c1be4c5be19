import { changeHash, readHash } from "../links/hash.ts";
import type { AnyCard, MakePart } from "../parts/part.ts";
import { detailStyles } from "./detail-styles.ts";
import { type Actions, detailView, type Shown } from "./detail-view.ts";
import { itemAddress } from "./item-address.ts";
import { readDetail, readItemFile } from "./read-detail.ts";

/**
 * Everything about an item in a dialog over the page. It opens with what the feed said, and asks the inventory for the rest:
 * what the item leads to. Another item opens in the same dialog, with a way back.
 */
export const part: MakePart = (host) => {
	/** The item on screen last, those that led to it before. */
	let stack: Shown[] = [];
	let run = new AbortController();
	/** What we put in the page's history when the dialog opened, if we did. */
	let entry: { href: string; length: number } | undefined;

	const find = <T extends Element>(selector: string) => host.root.querySelector<T>(`.detail ${selector}`);

	function draw() {
		const shown = stack.at(-1);
		host.layer =
			shown && detailView(shown, host.context(host.settings.headingLevel), { ...actions, deep: stack.length > 1 });
		host.requestUpdate();
		return host.updateComplete;
	}

	/** Draws, has the dialog open, and puts the focus on `selector` in it, or else on its title. */
	async function show(selector = "#detail-title") {
		await draw();
		const box = dialog();
		if (!box?.isConnected) return;
		if (!box.open) box.showModal();
		find(".panel")?.scrollTo(0, 0);
		(find<HTMLElement>(selector) ?? find<HTMLElement>("#detail-title"))?.focus();
	}

	/** Asks the inventory for the rest of `shown`. */
	async function load(shown: Shown) {
		run.abort();
		run = new AbortController();
		const { signal } = run;
		const { kind, detail } = shown;
		const address = itemAddress(host, kind, detail.id);
		if (!address || shown.related) return;
		shown.state = "loading";
		await draw();
		const json = await host.fetchJson(address, signal).catch(() => undefined);
		if (signal.aborted) return;
		const found = readItemFile(json, detail.id);
		Object.assign(shown, found ?? {}, { state: found ? "ready" : "failed" });
		await draw();
	}

	const begin = (kind: Shown["kind"], detail: Shown["detail"]): Shown => ({
		kind,
		detail,
		state: "alone",
		calendar: kind === "events" ? itemAddress(host, kind, detail.id, "ics") : undefined,
	});

	const hashName = () => host.settings.deepLink;
	const idInHash = (name: string) => readHash(location.hash, name).get("item");

	/** Puts the open item in the page's address: going back closes it. */
	function remember(id: string) {
		const name = hashName();
		if (name === undefined) return;
		entry = changeHash(name, { item: id }, "push") ? { href: location.href, length: history.length } : undefined;
		addEventListener("hashchange", onHash);
	}

	function forget() {
		const name = hashName();
		const id = stack[0]?.detail.id;
		removeEventListener("hashchange", onHash);
		if (name !== undefined && id !== undefined && idInHash(name) === id) {
			// Back over our own entry, so that opening ten items does not take ten steps to undo; unless others added some.
			if (entry?.href === location.href && entry.length === history.length) history.back();
			else changeHash(name, { item: undefined });
		}
		entry = undefined;
	}

	function onHash() {
		const name = hashName();
		if (name === undefined || idInHash(name) !== stack[0]?.detail.id) close();
	}

	const dialog = () => host.root.querySelector<HTMLDialogElement>("dialog.detail");
	const close = () => dialog()?.close();

	/** Closed, however that was done; unless another item was opened before the browser told. */
	function onClosed() {
		if (dialog()?.open) return;
		run.abort();
		forget();
		stack = [];
		void draw();
	}

	const actions: Omit<Actions, "deep"> = {
		onClose: close,
		onClosed,
		onRetry: () => {
			const shown = stack.at(-1);
			if (shown) void load(shown);
			find<HTMLElement>("#detail-title")?.focus();
		},
		onBack: () => {
			const left = stack.pop()?.detail.id ?? "";
			void show(`[data-item="${CSS.escape(left)}"]`);
			const shown = stack.at(-1);
			if (shown) void load(shown);
		},
		onFollow: (event, reference) => {
			const { kind, id } = reference;
			if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
			const detail = itemAddress(host, kind, id) && readDetail(reference);
			if (!detail) return;
			event.preventDefault();
			const shown = begin(kind, detail);
			stack.push(shown);
			void show();
			void load(shown);
		},
	};

	return {
		styles: detailStyles,
		open(item: AnyCard) {
			const detail = readDetail(host.source(item) ?? item);
			if (!detail) return;
			const shown = begin(host.kind, detail);
			stack = [shown];
			void show();
			void load(shown);
			remember(detail.id);
		},
		disconnect() {
			run.abort();
			removeEventListener("hashchange", onHash);
			stack = [];
			host.layer = undefined;
		},
	};
};

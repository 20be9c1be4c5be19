/**
 * The one file that touches the browser's extension namespace. Both browsers answer with promises in manifest version 3,
 * so that no polyfill is needed: `browser` in Firefox, `chrome` in Chromium.
 */
interface Firefox {
	readonly sidebarAction?: { open(): Promise<void> };
}
declare const browser: (typeof chrome & Firefox) | undefined;

const api: typeof chrome & Firefox = typeof browser === "undefined" ? chrome : browser;

export interface Tab {
	readonly id: number;
	/** Only known where the user's click has given access to the tab. */
	readonly url: string | undefined;
}

/**
 * Calls back for each click on the icon or its key. The panel is opened here, because browsers allow that only
 * within the click itself: before anything is awaited.
 */
export function onIconClicked(callback: (tab: Tab) => void): void {
	api.action.onClicked.addListener((tab) => {
		void openPanel(tab).catch(() => api.tabs.create({ url: api.runtime.getURL("panel/panel.html") }));
		if (tab.id !== undefined) callback({ id: tab.id, url: tab.url });
	});
}

/** What a context menu of ours was opened on. */
export interface MenuClick {
	readonly tab: Tab;
	readonly link?: { readonly url: string; readonly text?: string | undefined } | undefined;
	readonly selection?: string | undefined;
}

const menus = ["page", "link", "selection"] as const;

/** Puts our line into the context menus of page, link and selected text. They stay until an update of the extension. */
export async function makeMenus(): Promise<void> {
	await api.contextMenus.removeAll();
	for (const context of menus)
		api.contextMenus.create({
			id: context,
			contexts: [context],
			title: api.i18n.getMessage(`menu_${context}`),
			documentUrlPatterns: ["http://*/*", "https://*/*"],
		});
}

/** Calls back for each click in those menus, after opening the panel as for a click on the icon. */
export function onMenuClicked(callback: (click: MenuClick) => void): void {
	api.contextMenus.onClicked.addListener((info, tab) => {
		if (tab?.id === undefined) return;
		void openPanel(tab).catch(() => api.tabs.create({ url: api.runtime.getURL("panel/panel.html") }));
		// Firefox also tells what the link says.
		const text: unknown = Reflect.get(info, "linkText");
		const link = info.menuItemId === "link" && info.linkUrl;
		callback({
			tab: { id: tab.id, url: tab.url ?? info.pageUrl },
			link: link ? { url: link, text: typeof text === "string" ? text : undefined } : undefined,
			selection: info.menuItemId === "selection" ? info.selectionText : undefined,
		});
	});
}

function openPanel(tab: chrome.tabs.Tab): Promise<unknown> {
	if (api.sidebarAction) return api.sidebarAction.open();
	if (api.sidePanel) return api.sidePanel.open({ windowId: tab.windowId });
	// Firefox for Android has neither.
	return api.tabs.create({ url: api.runtime.getURL("panel/panel.html") });
}

/** The tab in front, or `undefined` when that is a page of our own. */
export async function activeTab(): Promise<Tab | undefined> {
	const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
	if (tab?.id === undefined || tab.url?.startsWith(api.runtime.getURL(""))) return undefined;
	return { id: tab.id, url: tab.url };
}

/** Runs the capture script in a tab and gives what it read, unparsed. Rejects where the browser does not allow it. */
export async function captureTab(tabId: number): Promise<unknown> {
	const [frame] = await api.scripting.executeScript({ target: { tabId }, files: ["/capture.js"] });
	return frame?.result;
}

/** Whether there is a tab with this number now. Numbers are given anew when the browser starts. */
export async function isTabOpen(id: number): Promise<boolean> {
	return api.tabs.get(id).then(
		() => true,
		() => false,
	);
}

/** Styles a tab and runs a self-contained function in it, whose value it gives. Rejects where the browser does not allow it. */
export async function runInTab<A extends unknown[]>(
	tabId: number,
	{ css, func, args }: { css: string; func: (...args: A) => unknown; args: A },
): Promise<unknown> {
	const target = { tabId };
	await api.scripting.insertCSS({ target, css });
	const [frame] = await api.scripting.executeScript({ target, func, args });
	return frame?.result;
}

/** Puts a mark on the icon for one tab, with `title` as its words, or takes it away again. A tab that is gone has none. */
export async function markKnown(tabId: number, title: string | undefined): Promise<void> {
	const text = title === undefined ? "" : "✓";
	const words = title ?? api.i18n.getMessage("clip");
	await Promise.all([api.action.setBadgeText({ tabId, text }), api.action.setTitle({ tabId, title: words })]).catch(
		() => {},
	);
}

export const openTab = (url: string): Promise<unknown> => api.tabs.create({ url });

/** What an IT department has set for us, unparsed; an empty object where there is none. */
export async function readManaged(): Promise<unknown> {
	try {
		return await api.storage.managed.get();
	} catch {
		// Firefox has no such storage until somebody installs it.
		return {};
	}
}

type Area = "local" | "session";

/** A value from the extension's storage, unparsed: an older version may have written it. */
export async function readStored(area: Area, key: string): Promise<unknown> {
	return (await api.storage[area].get(key))[key];
}

export const writeStored = (area: Area, key: string, value: unknown): Promise<void> =>
	api.storage[area].set({ [key]: value });

export const removeStored = (area: Area, key: string): Promise<void> => api.storage[area].remove(key);

/** Calls back after every change of a stored value, until `signal` aborts. */
export function onStored(area: Area, key: string, callback: (value: unknown) => void, signal?: AbortSignal): void {
	const listener = (changes: Record<string, chrome.storage.StorageChange>) => {
		const change = changes[key];
		if (change) callback(change.newValue);
	};
	api.storage[area].onChanged.addListener(listener);
	signal?.addEventListener("abort", () => api.storage[area].onChanged.removeListener(listener));
}

/** Sends to the background and gives its answer; `undefined` when it could not be woken. */
export async function tellBackground(message: unknown): Promise<unknown> {
	try {
		return await api.runtime.sendMessage(message);
	} catch {
		return undefined;
	}
}

/** The one listener of a context. What `handle` gives is the answer; the browser keeps us alive until then. */
export function onMessage(handle: (message: unknown) => Promise<unknown> | undefined): void {
	api.runtime.onMessage.addListener((message: unknown, sender, answer: (value?: unknown) => void) => {
		const answering = sender.id === api.runtime.id ? handle(message) : undefined;
		if (!answering) return false;
		answering.then(answer, () => answer());
		return true;
	});
}

/** Rings once at `when` (milliseconds), also when the background has been stopped meanwhile. */
export const setAlarm = (name: string, when: number): Promise<void> =>
	Promise.resolve(api.alarms.create(name, { when }));

export const clearAlarm = (name: string): Promise<boolean> => api.alarms.clear(name);

export const onAlarm = (callback: (name: string) => void): void =>
	api.alarms.onAlarm.addListener((alarm) => callback(alarm.name));

/** The browser started, or the extension was installed or updated. */
export function onStart(callback: () => void): void {
	api.runtime.onStartup.addListener(callback);
	api.runtime.onInstalled.addListener(callback);
}

export const openSettings = (): Promise<void> => api.runtime.openOptionsPage();

/** Firefox takes access to a tab back at every navigation, Chromium keeps it within the site. */
export const isFirefox = (): boolean => api.sidebarAction !== undefined;

/** Keys of one letter for what a reviewer does over and over. They can be switched off (WCAG 2.1.4). */

export const shortcuts = { s: "save", p: "publish", a: "archive", n: "next", v: "previous", "?": "help" } as const;
export type Shortcut = (typeof shortcuts)[keyof typeof shortcuts];

const key = "regiotechniek:shortcuts";

export function shortcutsAreOn(store: Pick<Storage, "getItem">): boolean {
	try {
		return store.getItem(key) !== "off";
	} catch {
		return true;
	}
}

/** Kept in the browser, beyond the session: who switched them off needs them off tomorrow too. */
export function switchShortcuts(store: Pick<Storage, "setItem">, on: boolean): void {
	try {
		store.setItem(key, on ? "on" : "off");
	} catch {
		// Without storage the choice lasts as long as the page.
	}
}

const isKnown = (pressed: string): pressed is keyof typeof shortcuts => Object.hasOwn(shortcuts, pressed);

/** Whether keys typed there are meant for what is there: a field, a choice, a dialog. */
function takesKeys(target: EventTarget | null): boolean {
	return (
		target !== null &&
		target instanceof Element &&
		target.closest("input, textarea, select, [contenteditable], [role='textbox'], dialog") !== null
	);
}

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "target" | "repeat" | "isComposing">;

/** What a key asks for, or undefined: never one with a modifier, and never one that goes into a field. */
export function shortcutOf(event: Pressed): Shortcut | undefined {
	if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return undefined;
	if (takesKeys(event.target)) return undefined;
	const pressed = event.key.toLowerCase();
	return isKnown(pressed) ? shortcuts[pressed] : undefined;
}

export interface Neighbours {
	previous: string | undefined;
	next: string | undefined;
	/** From 1. */
	at: number;
	of: number;
}

/** What stands before and after a record in the list that one came from; undefined when it is not in it. */
export function neighboursOf(id: string, list: readonly string[]): Neighbours | undefined {
	const index = list.indexOf(id);
	if (index < 0) return undefined;
	return { previous: list[index - 1], next: list[index + 1], at: index + 1, of: list.length };
}

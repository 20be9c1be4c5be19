import { encode } from "../detail/item-address.ts";

/**
 * The part of a page's hash that is ours: `#agenda.place=Tilburg&agenda.stage=mbo`. Everything else in it, an anchor or
 * what another script keeps there, is left as it is, to the letter.
 */

const longest = 200;

function decode(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

function piecesOf(hash: string): string[] {
	const text = hash.replace(/^#/, "");
	return text ? text.split("&") : [];
}

/** What `piece` names under `name`; undefined for what is not ours. */
function keyOf(piece: string, name: string): string | undefined {
	const key = decode(piece.split("=", 1)[0] ?? "");
	return piece.includes("=") && key?.startsWith(`${name}.`) ? key.slice(name.length + 1) : undefined;
}

/** What stands in `hash` under `name`; of what stands there twice, the first. Empty and endless values are left out. */
export function readHash(hash: string, name: string): Map<string, string> {
	const found = new Map<string, string>();
	for (const piece of piecesOf(hash)) {
		const key = keyOf(piece, name);
		const value = decode(piece.slice(piece.indexOf("=") + 1))?.trim();
		if (key && value && value.length <= longest && !found.has(key)) found.set(key, value);
	}
	return found;
}

export type Changes = Readonly<Record<string, string | undefined>>;

/** `hash` with `changes` under `name`: undefined takes a value out. Empty when nothing is left of it. */
export function writeHash(hash: string, name: string, changes: Changes): string {
	const kept = piecesOf(hash).filter((piece) => {
		const key = keyOf(piece, name);
		return key === undefined || !Object.hasOwn(changes, key);
	});
	const added = Object.entries(changes).flatMap(([key, value]) =>
		value ? `${encode(name)}.${encode(key)}=${encode(value)}` : [],
	);
	const pieces = [...kept, ...added].join("&");
	return pieces && `#${pieces}`;
}

/** Says on the window that what is under a name, its `detail`, was changed by an element: the browser does not. */
export const changed = "techniek-link";

/**
 * Makes `changes` under `name` in the page's address, in place or as a step to go back over. Gives whether anything changed:
 * where a page may not change its address, as in a sandboxed frame, nothing does.
 */
export function changeHash(name: string, changes: Changes, how: "push" | "replace" = "replace"): boolean {
	const hash = writeHash(location.hash, name, changes);
	if (hash === location.hash) return false;
	try {
		// In full: a page may have a base address elsewhere. Its own state stays with it.
		history[`${how}State`](history.state, "", location.href.replace(/#.*$/s, "") + hash);
	} catch {
		return false;
	}
	dispatchEvent(new CustomEvent(changed, { detail: name }));
	return true;
}

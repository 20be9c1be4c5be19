import type { Choice } from "../choice/choice.ts";
import type { InventoryFacts } from "./inventory.ts";
import type { SnippetForm } from "./snippets.ts";

/** Where the map's tiles come from; asked only after a visitor wants to see the map. */
export const tileServer = "https://service.pdok.nl";

type Directive = readonly [name: string, ...sources: string[]];

const written = (directives: readonly Directive[]) => directives.map((parts) => parts.join(" ")).join(";\n");

/** What a page's Content-Security-Policy must allow for this choice, placed in this way. */
export function policyFor(form: SnippetForm, choice: Choice, { publicUrl }: InventoryFacts): string {
	const { origin } = new URL(publicUrl);
	if (form === "iframe") return written([["frame-src", origin]]);
	const directives: Directive[] = [
		// The package is part of the partner's own script.
		...(form === "npm" ? [] : [["script-src", origin] as const]),
		["connect-src", origin],
		...(choice.attributes.view === "map" ? [["img-src", tileServer] as const] : []),
	];
	return written(directives);
}

/** For pages that enforce Trusted Types: the widgets make no policy, so none has to be allowed. */
export const trustedTypesPolicies = "require-trusted-types-for 'script';\ntrusted-types 'none'";

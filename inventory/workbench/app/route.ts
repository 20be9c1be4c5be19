import { recordStates } from "../../../shared/model/clip.ts";
import { type Kind, kinds } from "../../../shared/model/kinds.ts";

/** The tabs of the list; `all` is every state but merged. */
export const tabs = ["clipped", "in-review", "published", "archived", "all"] as const;
export type Tab = (typeof tabs)[number];

export interface ListFilters {
	tab: Tab;
	kind?: Kind | undefined;
	region?: string | undefined;
	q?: string | undefined;
}

export type Route =
	| { page: "list"; filters: ListFilters }
	| { page: "record"; id: string }
	/** Letting a program in, by the code in the address if there is one, and the tokens that stand. */
	| { page: "access"; code: string }
	/** A one-time link: the secret must leave the address bar and the history at once. */
	| { page: "link"; secret: string };

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | undefined =>
	values.find((value) => value === text);

/** The route that a location's fragment stands for; what it does not know is the list. */
export function routeOf(hash: string): Route {
	const fragment = hash.replace(/^#/, "");
	const named = new URLSearchParams(fragment);
	const secret = named.get("link");
	if (secret) return { page: "link", secret };
	const code = named.get("device");
	if (code !== null) return { page: "access", code };
	const [path = "", search = ""] = fragment.split("?", 2);
	const id = /^\/records\/([0-9a-fA-F-]{36})$/.exec(path)?.[1];
	if (id) return { page: "record", id: id.toLowerCase() };
	const parameters = new URLSearchParams(search);
	const state = parameters.get("state");
	return {
		page: "list",
		filters: {
			tab: oneOf(tabs, state) ?? (oneOf(recordStates, state) ? "all" : "clipped"),
			kind: oneOf(kinds, parameters.get("kind")),
			region: parameters.get("region") || undefined,
			q: parameters.get("q") || undefined,
		},
	};
}

export const addressOfAccess = "#device";

export const addressOfRecord = (id: string): string => `#/records/${id}`;

/** The fragment for a list; the default list has the shortest. */
export function addressOfList({ tab, kind, region, q }: ListFilters): string {
	const parameters = new URLSearchParams();
	if (tab !== "clipped") parameters.set("state", tab);
	if (kind) parameters.set("kind", kind);
	if (region) parameters.set("region", region);
	if (q) parameters.set("q", q);
	return parameters.size ? `#/records?${parameters}` : "#/records";
}

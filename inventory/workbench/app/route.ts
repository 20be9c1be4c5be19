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
	/** One of the views on what needs attention. */
	view?: AttentionView | undefined;
	actionLine?: string | undefined;
	stage?: string | undefined;
	audience?: string | undefined;
}

export const attentionViews = ["stale", "ending", "source", "no-action-line", "incomplete"] as const;
export type AttentionView = (typeof attentionViews)[number];

/** The pages of the group "Insight", by their addresses; see `insight/insight-pages.ts`. */
export const insightNames = ["indicators", "coverage", "overlap", "matching"] as const;

export type Route =
	| { page: "list"; filters: ListFilters }
	| { page: "record"; id: string }
	| { page: "action-list"; filters: ListFilters }
	| { page: "regions" }
	| { page: "account" }
	| { page: "staff" }
	| { page: "imports" }
	| { page: "audit" }
	| { page: "vocabularies" }
	/** The group "Insight". */
	| { page: (typeof insightNames)[number] }
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
	const filters = listFiltersOf(Object.fromEntries(new URLSearchParams(search)));
	if (path === "/action-list") return { page: "action-list", filters };
	const own = oneOf(["account", "staff", "audit", "imports", ...insightNames] as const, path.slice(1));
	if (own) return { page: own };
	if (path === "/regions") return { page: "regions" };
	if (path === "/vocabularies") return { page: "vocabularies" };
	return { page: "list", filters };
}

/** The list's filters from an address or a saved search, where the tab is called `state`. */
export function listFiltersOf(parameters: Readonly<Record<string, string>>): ListFilters {
	const { state = null, kind = null, view = null } = parameters;
	const known = oneOf(attentionViews, view);
	const more = (name: string) => (parameters[name] ? { [name]: parameters[name] } : {});
	return {
		// A view shows every state; without either the list is what is to be reviewed.
		tab: oneOf(tabs, state) ?? (known || oneOf(recordStates, state) ? "all" : "clipped"),
		kind: oneOf(kinds, kind),
		region: parameters.region || undefined,
		q: parameters.q || undefined,
		...(known && { view: known }),
		...more("actionLine"),
		...more("stage"),
		...more("audience"),
	};
}

/** The filters as the API takes them. */
export const apiFiltersOf = ({ tab, ...rest }: ListFilters): Record<string, string> =>
	Object.fromEntries(
		Object.entries({ ...(tab !== "all" && { state: tab }), ...rest }).flatMap(([name, value]) =>
			value ? [[name, value]] : [],
		),
	);

/** The list's filters from those that the API keeps, where no state is every state. */
export const listFiltersOfApi = (filters: Readonly<Record<string, string>>): ListFilters =>
	listFiltersOf({ ...filters, state: filters.state ?? "all" });

export const addressOfAccess = "#device";

export const addressOfRecord = (id: string): string => `#/records/${id}`;

const parametersOf = ({ tab, ...rest }: ListFilters): string => {
	const parameters = new URLSearchParams();
	if (tab !== (rest.view ? "all" : "clipped")) parameters.set("state", tab);
	for (const [name, value] of Object.entries(rest)) if (value) parameters.set(name, value);
	return parameters.size ? `?${parameters}` : "";
};

/** The fragment for a list; the default list has the shortest. */
export const addressOfList = (filters: ListFilters): string => `#/records${parametersOf(filters)}`;

export const addressOfActionList = (filters: ListFilters): string => `#/action-list${parametersOf(filters)}`;

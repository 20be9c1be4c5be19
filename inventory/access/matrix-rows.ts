import type { TestInventory } from "../testing/inventory.ts";
import { clipOf } from "../testing/inventory.ts";

/** What the matrix's rows stand on: things in Flevoland, where the ones from elsewhere have no business. */
export interface Ground {
	record: string;
	other: string;
	/** A source of imports in Flevoland. */
	source: string;
	/** An account with roles in Flevoland. */
	staff: string;
}

/** What one route of the API asks of who calls it. */
export interface Row {
	/** The least role; `anybody` also without. */
	least: "anybody" | "clipper" | "editor" | "admin";
	/** `session`: a person in the workbench; `account`: one with an account. A token does not do, however much it may. */
	by?: "session" | "account";
	/**
	 * What an administrator of another region hears of a thing in Flevoland; `nothing` when the route is about no region, `list`
	 * when the answer has only what is of one's own regions.
	 */
	elsewhere: 403 | 404 | 422 | "nothing" | "list";
	/** The address when it is other than the route's own. */
	path?: (ground: Ground) => string;
	body?: (ground: Ground) => unknown;
	/** Who calls it loses the session that it was called with. */
	ends?: true;
	/** Takes no cookie, so a request from another site is like any other. */
	cookieless?: true;
}

const record = (action = "") => ({
	path: ({ record: id }: Ground) => `/records/${id}${action}`,
});
const staff = (action = "") => ({ path: ({ staff: id }: Ground) => `/staff/${id}${action}` });
const nobody = "01999999-0000-7000-8000-000000000000";
const unknown = (path: string) => ({ path: () => path.replace(/:\w+/g, nobody) });

const editorOf = (row: Omit<Row, "least" | "elsewhere">): Row => ({ least: "editor", elsewhere: 403, ...row });
const search = { name: "Mijn lijst", region: "flevoland", filters: {}, shared: false };

const imported = (action = "") => ({ path: ({ source: id }: Ground) => `/imports/${id}${action}` });
/** Of a source elsewhere one does not even learn that it is there. */
const theirSource = (row: Omit<Row, "least" | "elsewhere">): Row => ({ least: "editor", elsewhere: 404, ...row });
export const source = {
	region: "flevoland",
	kind: "event",
	name: "Agenda",
	// Brought by hand: nothing is fetched.
	address: "upload:agenda.ics",
	format: "icalendar",
	schedule: null,
};

/** Every route of the API. */
export const rows: Readonly<Record<string, Row>> = {
	"PUT /clips/:id": {
		least: "clipper",
		elsewhere: 403,
		path: ({ record: id }) => `/clips/${id}`,
		body: () => clipOf().body,
	},
	"GET /index": { least: "clipper", elsewhere: 403, path: () => "/index?region=flevoland" },
	"GET /me": { least: "clipper", elsewhere: "list" },

	"GET /records": { least: "editor", elsewhere: "list" },
	"GET /attention": { least: "editor", elsewhere: 403, path: () => "/attention?region=flevoland" },
	"GET /action-list": { least: "editor", elsewhere: "list" },
	"GET /coverage": { least: "editor", elsewhere: 403, path: () => "/coverage?region=flevoland" },
	"GET /coverage.csv": { least: "editor", elsewhere: 403, path: () => "/coverage.csv?region=flevoland" },
	"GET /indicators": { least: "editor", elsewhere: 403, path: () => "/indicators?region=flevoland" },
	"POST /indicators": {
		least: "editor",
		elsewhere: 403,
		body: () => ({
			region: "flevoland",
			record: { title: "Leerlingen (voorbeeld)", unit: "%", source: { name: "Voorbeeldbron" } },
		}),
	},
	"POST /indicators/observations": {
		least: "editor",
		elsewhere: 403,
		body: () => ({ region: "flevoland", text: "indicator;periode;waarde" }),
	},
	"GET /action-list.csv": { least: "editor", elsewhere: 403, path: () => "/action-list.csv?region=flevoland" },
	"GET /vocabularies": { least: "editor", elsewhere: 403, path: () => "/vocabularies?region=flevoland" },
	"GET /regions": { least: "editor", elsewhere: "list" },
	"PUT /regions/:id": {
		least: "admin",
		elsewhere: 403,
		path: () => "/regions/flevoland",
		body: () => ({ name: "Flevoland", municipalities: [] }),
	},
	"POST /bulk": {
		least: "editor",
		elsewhere: 403,
		body: () => ({ do: { action: "archive" }, filters: { region: "flevoland" } }),
	},
	"POST /bulk/:id/continue": { least: "editor", elsewhere: 404, ...unknown("/bulk/:id/continue") },
	"POST /bulk/:id/undo": { least: "editor", elsewhere: 404, ...unknown("/bulk/:id/undo") },
	"GET /searches": { least: "editor", elsewhere: "list" },
	"POST /searches": { least: "editor", elsewhere: 403, body: () => search },
	"PUT /searches/:id": { least: "editor", elsewhere: 403, ...unknown("/searches/:id"), body: () => search },
	"DELETE /searches/:id": { least: "editor", elsewhere: 404, ...unknown("/searches/:id") },
	"POST /searches/:id/restore": { least: "editor", elsewhere: 404, ...unknown("/searches/:id/restore") },

	"GET /records/:id": editorOf(record()),
	"PUT /records/:id": editorOf({ ...record(), body: () => ({ record: { title: "Anders" }, baseRevision: 1 }) }),
	"POST /records/:id/publish": editorOf(record("/publish")),
	"POST /records/:id/archive": editorOf(record("/archive")),
	"POST /records/:id/restore": editorOf(record("/restore")),
	"GET /records/:id/revisions": editorOf(record("/revisions")),
	"POST /records/:id/revisions/:revision/restore": editorOf(record("/revisions/1/restore")),
	"GET /records/:id/audit": editorOf(record("/audit")),
	"GET /records/:id/usage": editorOf(record("/usage")),
	"GET /records/:id/editions": editorOf(record("/editions")),
	"GET /records/:id/verdicts": editorOf(record("/verdicts")),
	"PUT /records/:id/verdicts/:other": editorOf({
		path: (ground) => `/records/${ground.record}/verdicts/${ground.other}`,
		body: () => ({ verdict: "different" }),
	}),
	"DELETE /records/:id/verdicts/:other": editorOf({
		path: (ground) => `/records/${ground.record}/verdicts/${ground.other}`,
	}),
	"GET /records/:id/overlap": editorOf(record("/overlap")),
	"PUT /records/:id/overlap/:other": editorOf({
		path: (ground) => `/records/${ground.record}/overlap/${ground.other}`,
		body: () => ({ outcome: "together" }),
	}),
	"DELETE /records/:id/overlap/:other": editorOf({
		path: (ground) => `/records/${ground.record}/overlap/${ground.other}`,
	}),
	"GET /overlap": { least: "editor", elsewhere: 403, path: () => "/overlap?region=flevoland" },
	"POST /records/:id/merge": editorOf({ ...record("/merge"), body: ({ other: into }) => ({ into }) }),
	"POST /records/:id/unmerge": editorOf(record("/unmerge")),

	"GET /records/:id/matches": editorOf(record("/matches")),
	"GET /matching": { least: "editor", elsewhere: 403, path: () => "/matching?region=flevoland" },
	"GET /introductions": { least: "editor", elsewhere: 403, path: () => "/introductions?region=flevoland" },
	"POST /introductions": {
		least: "editor",
		elsewhere: 403,
		body: ({ record: request, other: offer }) => ({ request, offer }),
	},
	"GET /introductions/:id": { least: "editor", elsewhere: 404, ...unknown("/introductions/:id") },
	"PATCH /introductions/:id": {
		least: "editor",
		elsewhere: 404,
		...unknown("/introductions/:id"),
		body: () => ({ status: "done", baseRevision: 1 }),
	},

	"GET /imports": { least: "editor", elsewhere: "list" },
	"POST /imports": { least: "editor", elsewhere: 403, body: () => source },
	"POST /imports/trial": { least: "editor", elsewhere: 403, body: () => source },
	"GET /imports/:id": theirSource(imported()),
	"PUT /imports/:id": theirSource({
		...imported(),
		body: () => ({ name: "Agenda", format: "icalendar", schedule: null }),
	}),
	"POST /imports/:id/run": theirSource(imported("/run")),
	"POST /imports/:id/cancel": theirSource(imported("/cancel")),
	"DELETE /imports/:id": theirSource(imported()),

	"GET /widgets": { least: "editor", elsewhere: "list" },
	"GET /widgets/:name": editorOf({ path: () => "/widgets/agenda" }),
	"PUT /widgets/:name": editorOf({
		path: () => "/widgets/agenda",
		body: () => ({ kind: "events", attributes: { region: "flevoland" } }),
	}),
	"DELETE /widgets/:name": editorOf({ path: () => "/widgets/agenda" }),

	"GET /tokens": { least: "clipper", elsewhere: "list" },
	"POST /tokens": {
		least: "clipper",
		by: "account",
		elsewhere: 403,
		body: () => ({ client: "script", role: "clipper", region: "flevoland" }),
	},
	"DELETE /tokens/:id": { least: "clipper", elsewhere: 404, ...unknown("/tokens/:id") },
	"POST /device/code": { least: "anybody", elsewhere: "nothing", cookieless: true },
	"POST /device/token": { least: "anybody", elsewhere: "nothing", cookieless: true },
	"GET /device/request": { least: "clipper", elsewhere: "nothing" },
	"POST /device/decision": { least: "clipper", by: "session", elsewhere: "nothing" },

	"GET /session": { least: "clipper", elsewhere: "list" },
	"POST /session": { least: "anybody", elsewhere: "nothing" },
	"DELETE /session": { least: "anybody", elsewhere: "nothing", ends: true },
	"GET /session/ways": { least: "anybody", elsewhere: "nothing" },
	"POST /session/passkey/options": { least: "anybody", elsewhere: "nothing" },
	"POST /session/passkey": { least: "anybody", elsewhere: "nothing" },
	"POST /session/provider": { least: "anybody", elsewhere: "nothing" },
	"GET /auth/callback/oidc": { least: "anybody", elsewhere: "nothing" },

	"GET /account": { least: "clipper", by: "account", elsewhere: "nothing" },
	"PUT /account/password": { least: "clipper", by: "account", elsewhere: "nothing" },
	"POST /account/passkeys/options": { least: "clipper", by: "account", elsewhere: "nothing" },
	"POST /account/passkeys": { least: "clipper", by: "account", elsewhere: "nothing" },
	"DELETE /account/passkeys/:id": { least: "clipper", by: "account", elsewhere: "nothing" },
	"GET /sessions": { least: "clipper", by: "account", elsewhere: "nothing" },
	"DELETE /sessions": { least: "clipper", by: "account", elsewhere: "nothing", ends: true },
	"DELETE /sessions/:id": { least: "clipper", by: "account", elsewhere: 404, ...unknown("/sessions/:id") },

	"GET /staff": { least: "admin", elsewhere: "list" },
	"POST /staff": {
		least: "admin",
		by: "session",
		elsewhere: 403,
		body: () => ({ name: "Nieuw", grants: [{ region: "flevoland", role: "clipper" }] }),
	},
	"PUT /staff/:id": {
		least: "admin",
		by: "session",
		elsewhere: 404,
		...staff(),
		body: () => ({ grants: [{ region: "flevoland", role: "editor" }] }),
	},
	"POST /staff/:id/link": { least: "admin", by: "session", elsewhere: 404, ...staff("/link") },
	"GET /staff/:id/sessions": { least: "admin", elsewhere: 404, ...staff("/sessions") },
	"DELETE /staff/:id/sessions": { least: "admin", by: "session", elsewhere: 404, ...staff("/sessions") },
	"DELETE /staff/:id/sessions/:session": {
		least: "admin",
		by: "session",
		elsewhere: 404,
		...staff(`/sessions/${nobody}`),
	},
	"DELETE /staff/:id": { least: "admin", by: "session", elsewhere: 404, ...staff() },
	"GET /audit": { least: "admin", elsewhere: "list" },
};

/** Everything outside the API is for everybody, and says nothing that is not public. */
export const publicRoutes: readonly string[] = [
	"/",
	"/:region/:kind",
	"/:region/:kind/:id",
	"/:region/review",
	"/:region/review/:year{[0-9]{4}}",
	"/api",
	"/api/",
	"/api/openapi.json",
	"/assets/*",
	"/catalog.jsonld",
	"/configurator/assets/*",
	"/demo/*",
	"/embed",
	"/embed/",
	"/embed/:path{[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*}",
	"/embed/frame.css",
	"/embed/frame.js",
	"/embed/frame/:kind",
	"/embed/widgets/:file",
	"/feeds/:region/:file",
	"/feeds/:region/:file{network(?:-nodes)?\\.[a-z.]+}",
	"/feeds/:region/:kind/:file",
	"/healthz",
	"/oembed",
	"/readyz",
	"/snippets/:region/:kind",
	"/workbench",
	"/workbench/*",
];

/** The routes of the API and those outside it, as the app serves them. */
export function served(app: TestInventory["app"]): { api: Set<string>; open: Set<string> } {
	const api = new Set<string>();
	const open = new Set<string>();
	for (const { method, path } of app.routes) {
		if (method === "ALL") continue;
		if (path.startsWith("/api/v1/")) api.add(`${method} ${path.slice("/api/v1".length)}`);
		else open.add(method === "GET" ? path : `${method} ${path}`);
	}
	return { api, open };
}

/** The parts of which an element uses at most a few. Each is a file of its own, as in parts/load.ts. */
export const parts = {
	/** Views. */
	past: (_home: string | undefined) => import("../past/past.ts"),
	month: (_home: string | undefined) => import("../month/month.ts"),
	map: (_home: string | undefined) => import("../map/map.ts"),
	table: (_home: string | undefined) => import("../table/table.ts"),
	coverage: (_home: string | undefined) => import("../coverage/coverage.ts"),
	/** One item with all there is to know of it, as a dialog. */
	detail: (_home: string | undefined) => import("../detail/detail.ts"),
	/** The visitor's choices in the page's address. */
	links: (_home: string | undefined) => import("../links/links.ts"),
	/** Structured data for search engines in the partner's page. */
	structured: (_home: string | undefined) => import("../structured/structured.ts"),
};

export type ExtraName = keyof typeof parts;

import type { Problem } from "../../../shared/model/problem.ts";
import { aroundList } from "./around-list.ts";

/** A record as the API gives it, for tests; `fields` replace what it has. */
export function aRecord(number: number, fields: Record<string, unknown> = {}) {
	const id = `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
	const at = "2026-11-20T10:00:00.000Z";
	return {
		id,
		kind: "initiative",
		region: "midden-brabant",
		state: "clipped",
		title: `Techniekbus ${number}`,
		revision: 1,
		publishedRevision: null as number | null,
		createdAt: at,
		updatedAt: at,
		clippedBy: "Sanne",
		sourceUrl: `https://techlab.example/bus/${number}`,
		note: null,
		data: {
			title: `Techniekbus ${number}`,
			summary: "Een bus vol techniek rijdt langs basisscholen.",
			actionLines: ["choose"],
			partners: [{ name: "Stichting TechLab", role: "lead" }],
		} as Record<string, unknown>,
		contacts: [{ name: "Noor de Wit", email: "noor@techlab.example", public: false }],
		sources: [
			{
				id: "1",
				url: `https://techlab.example/bus/${number}`,
				canonicalUrl: null,
				title: "Techniekbus",
				language: "nl",
				capturedAt: at,
				evidence: { title: { from: "json-ld", confidence: 0.5, quote: { exact: "Techniekbus" } } },
			},
		],
		revisions: [{ revision: 1, at, by: "Sanne", via: "clip", data: { title: `Techniekbus ${number}` } }],
		possibleDuplicates: [],
		...fields,
	};
}

type Held = ReturnType<typeof aRecord>;

/**
 * A small stand-in for the service behind the staff API: holds records, gives revisions, refuses an outdated one. What it
 * answers goes through the real client, which checks it.
 */
export class StandIn {
	readonly records: Held[];
	/** Every request that changes something: `PUT /records/…`. */
	readonly changes: string[] = [];

	constructor(records: Held[]) {
		this.records = records;
	}

	/** What somebody else saves meanwhile. */
	revise(id: string, data: Record<string, unknown>): void {
		const record = this.#find(id);
		record.data = { ...record.data, ...data };
		record.revision += 1;
	}

	readonly fetch: typeof fetch = async (input, init) => {
		const url = new URL(String(input), location.origin);
		const [, , , , id = "", action] = url.pathname.split("/");
		const method = init?.method ?? "GET";
		if (method !== "GET") this.changes.push(`${method} ${url.pathname.replace("/api/v1", "")}`);
		const around = await aroundList(url.pathname, init, (one) => this.#find(one));
		if (around) return around;
		if (!id) return Response.json(this.#list(url.searchParams));
		const record = this.#find(id);
		// What stands around a record (its editions, where it is used) is empty here.
		if (method === "GET" && action) return Response.json({ items: [], total: 0, next: null });
		if (method === "GET") return Response.json(record);
		if (method === "POST") return Response.json(this.#changeState(record, action ?? ""));
		const { record: data, baseRevision } = JSON.parse(String(init?.body));
		if (baseRevision !== record.revision) {
			const problem: Problem = { type: "about:blank", title: "Gewijzigd", status: 409, revision: record.revision };
			return Response.json(problem, { status: 409 });
		}
		const { contacts, ...rest } = data;
		Object.assign(record, { contacts, data: rest, title: rest.title, revision: record.revision + 1 });
		if (record.state === "clipped") record.state = "in-review";
		return Response.json(record);
	};

	#find(id: string): Held {
		const record = this.records.find((one) => one.id === id);
		if (!record) throw new Error(`No record ${id} in this test`);
		return record;
	}

	#list(filters: URLSearchParams) {
		const state = filters.get("state");
		const items = this.records.filter((record) => !state || record.state === state);
		const count = (wanted: string) => this.records.filter((record) => record.state === wanted).length;
		const counts = {
			clipped: count("clipped"),
			"in-review": count("in-review"),
			published: count("published"),
			archived: count("archived"),
		};
		return { items, total: items.length, next: null, counts };
	}

	#changeState(record: Held, action: string) {
		if (action === "publish") Object.assign(record, { state: "published", publishedRevision: record.revision });
		if (action === "archive") record.state = "archived";
		if (action === "restore") record.state = record.publishedRevision === null ? "in-review" : "published";
		const { id, state, revision, publishedRevision } = record;
		return { id, state, revision, publishedRevision };
	}
}

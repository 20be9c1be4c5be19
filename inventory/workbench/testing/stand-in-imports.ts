/** A small stand-in for the part of the service behind the page of sources: what it is given it keeps, and a run takes three looks. */

interface Held {
	id: string;
	name: string;
	address: string;
	mapping: { columns?: Record<string, string> };
	[field: string]: unknown;
}

const rows = [
	["Open huis", "05-01-2031", "iemand"],
	["Zonder dag", "", "niemand"],
];
const columns = ["Naam", "Wanneer", "Opmerking"];
const nothing = { read: 0, added: 0, changed: 0, unchanged: 0, skipped: 0 };
const skipped = {
	key: "Zonder dag",
	nl: "“Zonder dag” is niet overgenomen. Begin (datum en tijd) ontbreekt.",
	en: "“Zonder dag” was not taken. Start (date and time) is missing.",
};

export class ImportsStandIn {
	readonly sources: Held[] = [];
	/** Every request that changes something, with what it was given. */
	readonly changes: { what: string; body: Record<string, unknown> }[] = [];
	#looks = 0;

	readonly fetch: typeof fetch = async (input, init) => {
		const { pathname } = new URL(String(input), location.origin);
		const [, , , , id = "", verb] = pathname.split("/");
		const method = init?.method ?? "GET";
		const body = typeof init?.body === "string" ? JSON.parse(init.body) : {};
		if (method !== "GET") this.changes.push({ what: `${method} ${verb ?? (id === "trial" ? id : "")}`.trim(), body });
		if (id === "trial") return Response.json(this.#trial(body));
		const source = this.sources.find((one) => one.id === id);
		if (method === "POST" && !id) return Response.json(this.#add(body), { status: 201 });
		if (method === "PUT" && source) Object.assign(source, body);
		if (verb === "run" && source) this.#looks = 3;
		if (method === "GET" && id) return Response.json({ runs: [{ ...this.#run(), report: [skipped] }] });
		if (method === "GET")
			return Response.json({ items: this.sources.map((one) => ({ ...one, lastRun: this.#run() })) });
		return Response.json({ id });
	};

	#trial({ mapping }: { mapping?: { columns?: Record<string, string> } }) {
		const known = Object.values(mapping?.columns ?? {});
		const complete = known.includes("title") && known.includes("startDate");
		return {
			format: "csv",
			found: complete ? 1 : 0,
			more: false,
			items: complete ? [{ title: "Open huis", start: "2031-01-05T09:00:00+01:00", place: null }] : [],
			skipped: complete ? [skipped] : [],
			table: { columns, rows },
		};
	}

	#add(body: Record<string, unknown>): Held {
		const source = {
			...{ name: "", address: "", mapping: {}, schedule: null, format: "auto", paused: false },
			...{ nextRunAt: null, items: 1, vanished: 0, lastRun: null },
			...body,
			id: `00000000-0000-7000-8000-${String(this.sources.length + 1).padStart(12, "0")}`,
		};
		this.sources.push(source);
		return source;
	}

	/** One step further at each look. */
	#run() {
		const going = this.#looks > 0;
		if (going) this.#looks -= 1;
		return {
			id: "1",
			state: going ? "running" : "done",
			startedBy: "Sanne",
			startedAt: "2026-11-21T10:00:00.000Z",
			counts: going ? { ...nothing, read: 3 - this.#looks } : { ...nothing, read: 2, added: 1, skipped: 1 },
			problem: null,
		};
	}
}

/** What stands around the list, for the stand-in of the service: counts, saved searches and bulk actions of two at a time. */

interface Held {
	id: string;
	title: string;
	state: string;
}

const searches: { id: string; name: string; filters: Record<string, string>; region: string | null; gone?: boolean }[] =
	[];
let waiting: { action: string; ids: string[]; all: string[] } | undefined;

/** Two records at a step, so that a test sees progress; one whose title says so is refused. */
function bulkStep(find: (id: string) => Held, undo: boolean) {
	const run = waiting;
	if (!run) return Response.json({ title: "Weg", status: 404 }, { status: 404 });
	const ids = run.ids.splice(0, 2);
	const results = ids.map((id) => {
		const record = find(id);
		const refused = record.title.includes("geweigerd");
		if (!refused) record.state = undo ? "clipped" : run.action === "publish" ? "published" : "archived";
		const state = refused ? (undo ? "kept" : "refused") : undo ? "undone" : "done";
		return { id, title: record.title, state, sentence: refused ? { nl: "Dat mag niet.", en: "Not allowed." } : null };
	});
	const bad = run.all.filter((id) => find(id).title.includes("geweigerd")).length;
	const remaining = run.ids.length;
	const finished = run.all.length - remaining - (remaining === 0 ? bad : 0);
	const counts = {
		[undo ? "undone" : "done"]: finished,
		...(remaining > 0 && { waiting: remaining }),
		...(remaining === 0 && bad > 0 && { refused: bad }),
	};
	return Response.json({ id: "1", counts, remaining, results });
}

export async function aroundList(
	path: string,
	init: RequestInit | undefined,
	find: (id: string) => Held,
): Promise<Response | undefined> {
	const [, , , what, id, verb] = path.split("/");
	const body = () => JSON.parse(String(init?.body));
	if (what === "attention") {
		return Response.json({
			items: [
				{ view: "stale", count: 1001 },
				{ view: "incomplete", count: 2 },
			],
			countedTo: 1000,
		});
	}
	if (what === "bulk") {
		if (!id) {
			const ids: string[] = body().records.map((one: { id: string }) => one.id);
			waiting = { action: body().do.action, ids: [...ids], all: ids };
		} else if (verb === "undo" && waiting && waiting.ids.length === 0) waiting.ids = [...waiting.all];
		return bulkStep(find, verb === "undo");
	}
	if (what !== "searches") return undefined;
	const found = searches.find((one) => one.id === id);
	if (init?.method === "POST" && !id) searches.push({ id: String(searches.length + 1), ...body() });
	if (init?.method === "PUT" && found) Object.assign(found, body());
	if (init?.method === "DELETE" && found) found.gone = true;
	if (verb === "restore" && found) found.gone = false;
	const items = searches.filter((one) => !one.gone).map((one) => ({ ...one, own: true, count: 3 }));
	return Response.json({ items, countedTo: 1000 });
}

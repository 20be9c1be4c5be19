import * as z from "zod/mini";
import type { Found } from "./judge.ts";

const Page = z.object({ items: z.array(z.object({ id: z.string() })), next: z.nullable(z.string()) });
const Whole = z.object({
	id: z.string(),
	title: z.string(),
	revisions: z.array(z.object({ revision: z.int(), data: z.object({ title: z.string() }) })),
});

/** Everything in the state `clipped`, through the API as an editor sees it. */
export async function readBack(url: string, token: string): Promise<Found[]> {
	const get = async (path: string): Promise<unknown> => {
		const response = await fetch(`${url}/api/v1${path}`, { headers: { Authorization: `Bearer ${token}` } });
		if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
		return response.json();
	};
	const found: Found[] = [];
	let after = "";
	do {
		const page = Page.parse(await get(`/records?state=clipped&limit=100${after}`));
		for (const { id } of page.items) {
			const { title, revisions } = Whole.parse(await get(`/records/${id}`));
			const inOrder = revisions.toSorted((a, b) => a.revision - b.revision);
			found.push({ id, title, revisions: inOrder.map(({ data }) => data.title) });
		}
		after = page.next === null ? "" : `&after=${encodeURIComponent(page.next)}`;
	} while (after);
	return found;
}

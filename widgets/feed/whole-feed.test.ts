import { describe, expect, it } from "vitest";
import type { EventCard } from "../../shared/list/cards.ts";
import { readEvent } from "../events/read-event.ts";
import { anEvent } from "../testing/feeds.ts";
import type { FetchedPage } from "./fetch-page.ts";
import { nextAddress } from "./narrow.ts";
import { readFeed } from "./read-feed.ts";
import { readWhole } from "./whole-feed.ts";

const address = "https://inventory.example/feeds/proef/events.json";

/** A page with the events of these numbers, and `next` as the feed says it. */
const page = (numbers: number[], next: string | null): FetchedPage<EventCard> => ({
	...readFeed("events", readEvent, { items: numbers.map((index) => anEvent(index)), next }),
	stale: false,
});

/** Reads the whole of what `pages` answer by their address; counts how often each was asked for. */
async function whole(pages: Record<string, FetchedPage<EventCard>>) {
	const asked: string[] = [];
	const found = await readWhole(
		address,
		async (one) => {
			asked.push(one.slice(address.length));
			const answer = pages[one.slice(address.length)];
			if (!answer) throw new Error("404");
			return answer;
		},
		nextAddress,
	);
	return { asked, found, titles: found.items.map(({ title }) => title.split(" ").at(-1)) };
}

describe("the whole of a feed", () => {
	it("is all of its pages, each item once", async () => {
		const { asked, found, titles } = await whole({ "": page([0, 1], "?after=2"), "?after=2": page([1, 2], null) });
		expect([asked, titles, found.next, found.stale]).toEqual([["", "?after=2"], ["1", "2", "3"], undefined, false]);
	});

	it("ends where a page leads back to one that was read", async () => {
		const itself = await whole({ "": page([0, 1], address) });
		expect([itself.asked, itself.titles, itself.found.next]).toEqual([[""], ["1", "2"], undefined]);
		const round = await whole({ "": page([0], "?after=1"), "?after=1": page([1], address) });
		expect([round.asked, round.titles, round.found.next]).toEqual([["", "?after=1"], ["1", "2"], undefined]);
	});

	it("keeps what it has when a following page fails, as not all of it", async () => {
		const { titles, found } = await whole({ "": page([0, 1], "?after=2"), "?after=2": page([2], "?after=3") });
		expect([titles, found.stale]).toEqual([["1", "2", "3"], true]);
	});

	it("leaves the first page as it was", async () => {
		const first = page([0], "?after=1");
		await whole({ "": first, "?after=1": page([1], null) });
		expect(first.items.length).toBe(1);
	});

	it("fails when its first page does", async () => {
		await expect(whole({})).rejects.toThrow("404");
	});
});

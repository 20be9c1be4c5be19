import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { allShown } from "../in-page.ts";
import { region } from "../pages.ts";
import { Strings, type Visit } from "../visit.ts";
import { visitorZone } from "../world.ts";

const Feed = z.object({ items: z.array(z.object({ start: z.string(), timeZone: z.string() })) });

/** Visitors whose clock is not that of the event. */
export function farAway(visit: Visit) {
	describe("for a visitor in New York", () => {
		it("gives an event's time on the clocks of where it is, with its zone, and on the visitor's", async () => {
			const { service } = visit.world();
			const answer = await fetch(`${service.url}/feeds/${region}/events.json?limit=4`);
			const { items } = Feed.parse(await answer.json());
			const page = await visit.open("/plain");
			await page.waitFor("items", allShown, 1);
			const times = Strings.parse(
				await page.evaluate(() =>
					[...(document.querySelector("techniek-events")?.shadowRoot?.querySelectorAll("[part~=time]") ?? [])].map(
						(time) => time.textContent,
					),
				),
			);
			const clock = (instant: string, timeZone: string) =>
				new Intl.DateTimeFormat("nl", { timeZone, hour: "2-digit", minute: "2-digit" }).format(new Date(instant));
			expect(items.length).toBe(4);
			for (const [at, { start, timeZone }] of items.entries()) {
				expect(times[at]).toContain(clock(start, timeZone));
				expect(times[at]).toContain(clock(start, visitorZone));
				expect(times[at]).toMatch(/ (CET|CEST|GMT\+[12]|UTC\+[12])/);
				expect(times[at]).toContain("bij u");
			}
		});
	});
}

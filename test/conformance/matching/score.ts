import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import { distanceBetween } from "../../../shared/insight/matching/distance.ts";
import { bestFor, between } from "../../../shared/insight/matching/match-of.ts";
import type { Side } from "../../../shared/insight/matching/side.ts";
import { opportunityFields } from "../../../shared/model/opportunity.ts";

const Entry = z.object({ id: z.string(), region: z.optional(z.string()), wish: opportunityFields });
const Offers = z.object({ what: z.string(), today: z.iso.date(), offers: z.array(Entry) });
const Requests = z.object({
	what: z.string(),
	today: z.iso.date(),
	requests: z.array(z.extend(Entry, { right: z.array(z.string()).check(z.minLength(1)) })),
});

export const parts = ["tuning", "held-out"] as const;
export type Part = (typeof parts)[number];

/** To reach: the right offer among the first three, of so many of the requests. */
export const bar = { first: 3, share: 0.9 };

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), "utf8"));
export const readOffers = () => Offers.parse(read("offers"));
export const readRequests = (part: Part) => Requests.parse(read(part));

export interface Score {
	requests: number;
	/** How many have a right offer first, and among the first three. */
	first: number;
	amongFirst: number;
	/** How many would have it among the first three by distance alone, among what fits: what the rest of the score adds to. */
	nearest: number;
	/** Offers that are of the right type and look right, but break a hard condition: how many were passed over. */
	passedOver: number;
	failures: string[];
}

export function scoreRequests(part: Part): Score {
	const { offers, today } = readOffers();
	const { requests } = readRequests(part);
	const score: Score = { requests: requests.length, first: 0, amongFirst: 0, nearest: 0, passedOver: 0, failures: [] };
	for (const { id, right, ...request } of requests) {
		const side: Side = request;
		const ranked = bestFor(side, offers, { today, limit: offers.length });
		const found = ranked.slice(0, bar.first);
		const ids = found.map((proposal) => proposal.side.id);
		if (right.includes(ids[0] ?? "")) score.first++;
		if (ids.some((one) => right.includes(one))) score.amongFirst++;
		else {
			const missed = offers.filter((offer) => right.includes(offer.id));
			const why = missed.map((offer) => {
				const { score: own, broken } = between(side, offer, { today });
				return `${offer.id} ${own.toFixed(2)} ${broken.map(({ nl }) => nl).join(" ")}`;
			});
			const got = found.map((proposal) => `${proposal.side.id} ${proposal.match.score.toFixed(2)}`);
			score.failures.push(`${id}: got ${got.join(", ") || "nothing"}; right is ${why.join("; ")}`);
		}
		const away = (offer: Side) => distanceBetween(side.wish, offer.wish) ?? 1000;
		const near = [...ranked].sort((a, b) => away(a.side) - away(b.side));
		if (near.slice(0, bar.first).some((proposal) => right.includes(proposal.side.id))) score.nearest++;
		const ofType = (offer: Side) => offer.wish.type === side.wish.type;
		score.passedOver += offers.filter(ofType).length - ranked.filter((proposal) => ofType(proposal.side)).length;
	}
	return score;
}

export const isUnderBar = ({ requests, amongFirst }: Score): boolean => amongFirst / requests < bar.share;

import { type Broken, brokenConditions, meetsConditions } from "./conditions.ts";
import { preferencesOf } from "./preferences.ts";
import type { MatchOptions, Saying, Side } from "./side.ts";

/** What is to be said of one request and one offer. */
export interface Match {
	/** Whether every hard condition is met: only then are they proposed to one another. */
	fits: boolean;
	/** The hard conditions that are not met, each with its sentence. */
	broken: Broken[];
	/** How well the preferences meet, from 0 to 1; worth comparing among what fits. */
	score: number;
	/** What speaks for it, most important first. */
	reasons: Saying[];
	/** What fits but deserves a look. */
	doubts: Saying[];
}

/** How a request and an offer suit one another. The same whichever of the two one starts from. */
export function matchOf(request: Side, offer: Side, options: MatchOptions): Match {
	const broken = brokenConditions(request, offer, options);
	return { fits: broken.length === 0, broken, ...preferencesOf(request, offer) };
}

export interface Proposal<S extends Side> {
	side: S;
	match: Match;
}

/** The match of `one` with `other`, whichever of them asks. */
export const between = (one: Side, other: Side, options: MatchOptions): Match =>
	one.wish.direction === "request" ? matchOf(one, other, options) : matchOf(other, one, options);

const best = <S extends Side>(a: Proposal<S>, b: Proposal<S>) => b.match.score - a.match.score;

/** The best counterparts of `one` among `pool`, best first: nothing that breaks a hard condition. */
export function bestFor<S extends Side>(
	one: Side,
	pool: readonly S[],
	options: MatchOptions & { limit: number },
): Proposal<S>[] {
	return pool
		.filter((side) => {
			const [request, offer] = one.wish.direction === "request" ? [one, side] : [side, one];
			return meetsConditions(request, offer, options);
		})
		.map((side) => ({ side, match: between(one, side, options) }))
		.sort(best)
		.slice(0, options.limit);
}

/** What does not fit although it comes close: fewest broken conditions first, for who asks why something is not proposed. */
export function nearMisses<S extends Side>(
	one: Side,
	pool: readonly S[],
	options: MatchOptions & { limit: number },
): Proposal<S>[] {
	return pool
		.map((side) => ({ side, match: between(one, side, options) }))
		.filter(({ match }) => !match.fits)
		.sort((a, b) => a.match.broken.length - b.match.broken.length || best(a, b))
		.slice(0, options.limit);
}

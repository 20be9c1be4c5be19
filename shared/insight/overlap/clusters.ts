/** Groups of initiatives that do nearly the same. */

export interface ScoredPair {
	readonly one: string;
	readonly other: string;
	readonly score: number;
}

export interface Cluster {
	/** Two or more, those that meet the best first. */
	readonly members: readonly string[];
	/** The pairs among them, highest score first. */
	readonly pairs: readonly ScoredPair[];
}

/** In a larger group nobody sees any more what it is about. */
const largest = 6;

const keyOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * Groups in which every two do nearly the same (complete linkage), so that no chain of halves-the-same makes one giant: the best
 * pair begins a group, and another joins only when it is at `linked` or above with each that is in it. Pairs from `shown` on begin
 * a group. A pair of which both are in other groups already stands by itself. Each group at most six; highest score first.
 */
export function clustersOf(
	pairs: readonly ScoredPair[],
	{ shown, linked }: { shown: number; linked: number },
): Cluster[] {
	const usable = pairs
		.filter(({ score }) => score >= linked)
		.sort((a, b) => b.score - a.score || (keyOf(a.one, a.other) < keyOf(b.one, b.other) ? -1 : 1));
	const byKey = new Map(usable.map((pair) => [keyOf(pair.one, pair.other), pair]));
	const groups: string[][] = [];
	const groupOf = new Map<string, string[]>();
	const fits = (one: string, group: readonly string[]) =>
		group.length < largest && group.every((member) => byKey.has(keyOf(one, member)));
	for (const { one, other, score } of usable) {
		if (score < shown) break;
		const [first, second] = [groupOf.get(one), groupOf.get(other)];
		if (first && first === second) continue;
		if (first && second) {
			const both = [...first, ...second];
			if (both.length <= largest && second.every((member) => fits(member, first))) {
				first.push(...second);
				for (const member of second) groupOf.set(member, first);
				groups.splice(groups.indexOf(second), 1);
			} else groups.push([one, other]);
		} else if (first || second) {
			const [group, joining] = first ? [first, other] : [second ?? [], one];
			if (fits(joining, group)) {
				group.push(joining);
				groupOf.set(joining, group);
			} else groups.push([one, other]);
		} else {
			const group = [one, other];
			groups.push(group);
			groupOf.set(one, group).set(other, group);
		}
	}
	return groups
		.map((members) => {
			const among = members.flatMap((one, index) =>
				members.slice(index + 1).flatMap((other) => byKey.get(keyOf(one, other)) ?? []),
			);
			return { members, pairs: among.sort((a, b) => b.score - a.score) };
		})
		.sort((a, b) => (b.pairs[0]?.score ?? 0) - (a.pairs[0]?.score ?? 0));
}

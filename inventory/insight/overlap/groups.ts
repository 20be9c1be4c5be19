import { and, desc, eq, gte, inArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type Cluster, clustersOf } from "../../../shared/insight/overlap/clusters.ts";
import { inCommon } from "../../../shared/insight/overlap/in-common.ts";
import { overlapFrom, overlapOf, relatedFrom } from "../../../shared/insight/overlap/overlap-of.ts";
import type { OverlapReason } from "../../../shared/insight/overlap/reasons.ts";
import type { Subject } from "../../../shared/insight/overlap/subject.ts";
import type { Database } from "../../db/open.ts";
import { overlapPairs, records } from "../../db/schema.ts";
import { readSubject } from "./best-overlaps.ts";
import { type Candidate, type Regions, readVisible } from "./candidates.ts";
import { type Decision, decisionsOn, pairKey } from "./decisions.ts";
import { standing, wordsOf } from "./word-counts.ts";

export interface GroupMember {
	id: string;
	title: string;
	region: string;
	state: string;
	summary: string;
}
export interface GroupPair {
	one: string;
	other: string;
	score: number;
	reasons: readonly OverlapReason[];
	decision: Decision | null;
}
/** Initiatives that do nearly the same, with what all of them have in common and with each pair's reasons. */
export interface Group {
	/** Lasting as long as the best pair of the group does. */
	id: string;
	members: GroupMember[];
	common: readonly OverlapReason[];
	pairs: GroupPair[];
}

export interface GroupQuery {
	/** Whose records are looked at; pairs have at least one side here. */
	regions: Regions;
	/** Whose unpublished records may be seen. */
	visible: Regions;
	/** Whether the other side may be of another region. */
	across: boolean;
	/** Code of an action line that one of the two has. */
	actionLine?: string | undefined;
}

/** More pairs than anybody looks through. */
const mostPairs = 4000;

async function pairsIn(db: Database, { regions, visible, across, actionLine }: GroupQuery) {
	const [a, b] = [alias(records, "a"), alias(records, "b")];
	const seen = (side: typeof a | typeof b): SQL | undefined =>
		and(
			inArray(side.state, [...standing]),
			visible === "all"
				? undefined
				: or(eq(side.state, "published"), visible.length > 0 ? inArray(side.region, [...visible]) : undefined),
		);
	const has = (side: typeof a | typeof b) =>
		sql`${side.data} @> ${JSON.stringify({ actionLines: [actionLine] })}::jsonb`;
	return db
		.select({ one: overlapPairs.one, other: overlapPairs.other, score: overlapPairs.score })
		.from(overlapPairs)
		.innerJoin(a, eq(a.id, overlapPairs.one))
		.innerJoin(b, eq(b.id, overlapPairs.other))
		.where(
			and(
				gte(overlapPairs.score, relatedFrom),
				seen(a),
				seen(b),
				across ? undefined : eq(a.region, b.region),
				regions === "all" ? undefined : or(inArray(a.region, [...regions]), inArray(b.region, [...regions])),
				actionLine === undefined ? undefined : or(has(a), has(b)),
			),
		)
		.orderBy(desc(overlapPairs.score), overlapPairs.one, overlapPairs.other)
		.limit(mostPairs);
}

/** The groups, those with a pair that nobody decided on first, then by score; without their texts. */
export async function groupsIn(
	db: Database,
	query: GroupQuery,
): Promise<{ clusters: Cluster[]; decisions: ReadonlyMap<string, Decision> }> {
	const pairs = await pairsIn(db, query);
	const decisions = await decisionsOn(db, [...new Set(pairs.flatMap(({ one, other }) => [one, other]))]);
	const decisionOn = (one: string, other: string) => decisions.get(pairKey(one, other));
	const alike = pairs.filter(({ one, other }) => decisionOn(one, other)?.outcome !== "different");
	const clusters = clustersOf(alike, { shown: overlapFrom, linked: relatedFrom });
	const isOpen = (cluster: Cluster) => cluster.pairs.some(({ one, other }) => !decisionOn(one, other));
	return { clusters: [...clusters.filter(isOpen), ...clusters.filter((one) => !isOpen(one))], decisions };
}

const memberOf = ({ id, title, region, state, data }: Candidate): GroupMember => ({
	id,
	title,
	region,
	state,
	summary: typeof data.summary === "string" ? data.summary : "",
});

/** The texts of some groups, as whoever asks may see them: a group that falls apart by that is left out. */
export async function describeGroups(
	db: Database,
	clusters: readonly Cluster[],
	decisions: ReadonlyMap<string, Decision>,
	visible: Regions,
): Promise<Group[]> {
	const words = await wordsOf(db);
	const read = await readVisible(
		db,
		clusters.flatMap(({ members }) => members),
		visible,
	);
	const byId = new Map(read.map((record) => [record.id, record]));
	return clusters.flatMap((cluster): Group[] => {
		const members = cluster.members.flatMap((id) => byId.get(id) ?? []);
		const subjects = new Map<string, Subject>();
		for (const { id, region, data } of members) {
			const subject = readSubject(region, data);
			if (subject) subjects.set(id, subject);
		}
		const pairs = cluster.pairs.flatMap(({ one, other }): GroupPair[] => {
			const [a, b] = [subjects.get(one), subjects.get(other)];
			if (!a || !b) return [];
			const decision = decisions.get(pairKey(one, other)) ?? null;
			return [{ one, other, ...overlapOf(a, b, words), decision }];
		});
		const [best] = pairs;
		if (!best || best.score < relatedFrom) return [];
		const common = inCommon([...subjects.values()], (concept) => words.ofWord(concept));
		return [{ id: pairKey(best.one, best.other), members: members.map(memberOf), common, pairs }];
	});
}

import { and, desc, eq, inArray, ne, sql } from "drizzle-orm";
import type { PossibleDuplicate } from "../../shared/model/clip.ts";
import type { RecordId } from "../../shared/model/values.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import type { Database } from "../db/open.ts";
import { records, sources } from "../db/schema.ts";
import type { RecordRow } from "./stored.ts";

interface Reasons {
	samePage: string;
	sameTitle: string;
	similarTitle: string;
	otherYear: string;
	samePlace: (place: string) => string;
	otherPlace: (place: string) => string;
	sameDay: string;
	otherDay: string;
}

const reasonsIn: Record<Language, Reasons> = {
	nl: {
		samePage: "Zelfde webpagina",
		sameTitle: "Zelfde titel",
		similarTitle: "Titel lijkt sterk",
		otherYear: "Ander jaar in de titel: misschien een andere editie",
		samePlace: (place) => `Zelfde plaats: ${place}`,
		otherPlace: (place) => `Andere plaats: ${place}`,
		sameDay: "Zelfde dag",
		otherDay: "Andere dag",
	},
	en: {
		samePage: "Same web page",
		sameTitle: "Same title",
		similarTitle: "Very similar title",
		otherYear: "Another year in the title: perhaps another edition",
		samePlace: (place) => `Same place: ${place}`,
		otherPlace: (place) => `Another place: ${place}`,
		sameDay: "Same day",
		otherDay: "Another day",
	},
};

const years = (text: string) => new Set(text.match(/\b(?:19|20)\d\d\b/g) ?? []);

const place = (data: unknown): string | undefined => {
	if (typeof data !== "object" || data === null || !("location" in data)) return undefined;
	const { location } = data;
	return typeof location === "object" && location !== null && "place" in location && typeof location.place === "string"
		? location.place
		: undefined;
};

const day = (data: unknown): string | undefined =>
	typeof data === "object" && data !== null && "start" in data && typeof data.start === "string"
		? data.start.slice(0, 10)
		: undefined;

/**
 * Score and reasons for `candidate` being the same as `row`. A title alone decides nothing: another year in it, another
 * place or another day lowers the score, because editions of one event have nearly the same title.
 */
function judge(
	row: RecordRow,
	candidate: RecordRow,
	similarity: number,
	samePage: boolean,
	language: Language,
): { score: number; reasons: string[] } {
	const say = reasonsIn[language];
	const reasons: string[] = [];
	let score = similarity;
	if (samePage) {
		reasons.push(say.samePage);
		score = Math.max(score, 0.9);
	}
	if (similarity >= 0.95) reasons.push(say.sameTitle);
	else if (similarity >= 0.5) reasons.push(say.similarTitle);
	const [mine, theirs] = [years(row.title), years(candidate.title)];
	if (mine.size > 0 && theirs.size > 0 && [...mine].every((year) => !theirs.has(year))) {
		reasons.push(say.otherYear);
		score -= 0.3;
	}
	const [here, there] = [place(row.data), place(candidate.data)];
	if (here && there) {
		reasons.push(here === there ? say.samePlace(here) : say.otherPlace(there));
		score += here === there ? 0.05 : -0.2;
	}
	const [on, then] = [day(row.data), day(candidate.data)];
	if (on && then) {
		reasons.push(on === then ? say.sameDay : say.otherDay);
		score += on === then ? 0.1 : -0.2;
	}
	return { score: Math.round(Math.max(0, Math.min(1, score)) * 100) / 100, reasons };
}

/** The records of the same region and kind that may be the same thing as `row`, most likely first, at most five. */
export async function possibleDuplicates(
	db: Database,
	row: RecordRow,
	language: Language,
): Promise<PossibleDuplicate[]> {
	const keys = db.select({ key: sources.matchKey }).from(sources).where(eq(sources.recordId, row.id));
	const samePage = new Set(
		(
			await db
				.select({ id: sources.recordId })
				.from(sources)
				.where(and(inArray(sources.matchKey, keys), ne(sources.recordId, row.id)))
		).map((source) => source.id),
	);
	const similarity = sql<number>`similarity(${records.titleKey}, ${row.titleKey})`;
	const sameKind = and(
		eq(records.region, row.region),
		eq(records.kind, row.kind),
		ne(records.id, row.id),
		inArray(records.state, ["clipped", "in-review", "published"]),
	);
	const alike = await db
		.select({ record: records, similarity })
		.from(records)
		// `%` is the operator that the trigram index answers; its threshold is 0.3.
		.where(and(sameKind, sql`${records.titleKey} % ${row.titleKey}`))
		.orderBy(desc(similarity))
		.limit(20);
	const found = new Map(alike.map((candidate) => [candidate.record.id, candidate]));
	const missing = [...samePage].filter((id) => !found.has(id)).slice(0, 20);
	if (missing.length > 0) {
		const rows = await db
			.select({ record: records, similarity })
			.from(records)
			.where(and(sameKind, inArray(records.id, missing)));
		for (const candidate of rows) found.set(candidate.record.id, candidate);
	}
	return [...found.values()]
		.map(({ record, similarity: alikeness }) => ({
			id: record.id as RecordId,
			title: record.title,
			...judge(row, record, Number(alikeness), samePage.has(record.id), language),
		}))
		.filter((candidate) => candidate.score >= 0.5)
		.sort((a, b) => b.score - a.score)
		.slice(0, 5);
}

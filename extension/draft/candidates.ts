import { draftFrom } from "./draft.ts";
import type { Candidate, Draft, PageFacts } from "./fields.ts";

/** Where one item of a listing is: its own page, else its title on the page that lists it (a text fragment). */
const addressOf = ({ url, title }: Candidate, page: PageFacts): string =>
	url && /^https?:/.test(url) ? url : `${page.url.replace(/#.*$/, "")}#:~:text=${encodeURIComponent(title)}`;

/** The form of one item that a page lists among others. */
export function draftOfCandidate(candidate: Candidate, page: PageFacts, region: string): Draft {
	const { kind, title, start = "", startTime = "", validThrough = "", place = "", organization = "" } = candidate;
	const url = addressOf(candidate, page);
	const fields = { title, startDate: start, startTime, validThrough, place, organization };
	const evidence = Object.fromEntries(
		Object.entries({ ...fields, sourceUrl: url }).flatMap(([name, value]) =>
			value === "" ? [] : [[name, candidate.evidence]],
		),
	);
	const { language, capturedAt } = page;
	return draftFrom({ page: { url, language, title, capturedAt }, kind, fields, evidence }, region);
}

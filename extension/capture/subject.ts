import { matchKeyOfTitle, matchKeyOfUrl } from "../../shared/text/match-key.ts";
import { type Page, tidy } from "./page.ts";
import { addressOf, isA, type Thing, type Things, textOf } from "./things.ts";

const eventType = /(?:Event|^Festival|^Hackathon|^CourseInstance)$/;
const opportunityType = /^JobPosting$/;
const articleType =
	/(?:Article|^BlogPosting|^WebPage|^ItemPage|^AboutPage|^Project|^Program|^Course|^Service|^Product)$/;

export const isEvent = (thing: Thing) => isA(thing, eventType);
export const isOpportunity = (thing: Thing) => isA(thing, opportunityType);

/** Which of several items of one sort the page itself is about: by its address or its heading; a list of many is about none. */
function aboutThisPage(candidates: readonly Thing[], things: Things, page: Page): Thing | undefined {
	const distinct = [
		...new Map(
			candidates.map((it) => [`${textOf(things, it, "name", "title")}|${textOf(things, it, "startDate")}`, it]),
		).values(),
	];
	if (distinct.length <= 1) return distinct[0];
	const here = matchKeyOfUrl(page.url);
	const headings = [
		page.document.title,
		...[...page.document.querySelectorAll("h1")].map((h1) => h1.textContent ?? ""),
	];
	const titles = headings.map((title) => matchKeyOfTitle(tidy(title)));
	const byAddress = distinct.find((thing) =>
		["url", "mainEntityOfPage"].some(
			(property) => matchKeyOfUrl(addressOf(things, thing, property) ?? "") === here && here !== "",
		),
	);
	return (
		byAddress ??
		distinct.find((thing) => {
			const name = matchKeyOfTitle(textOf(things, thing, "name", "title") ?? "");
			return name !== "" && titles.some((title) => title === name || title.startsWith(`${name} `));
		})
	);
}

/** The structured item that the page is about: an event or a job first, else the article or page itself. */
export function subjectOf(things: Things, page: Page): Thing | undefined {
	for (const test of [isEvent, isOpportunity]) {
		const subject = aboutThisPage(things.all.filter(test), things, page);
		if (subject) return subject;
	}
	return aboutThisPage(
		things.all.filter((thing) => isA(thing, articleType)),
		things,
		page,
	);
}

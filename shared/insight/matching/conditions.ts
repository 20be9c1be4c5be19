import { learningPaths } from "../../vocabularies/learning-paths.ts";
import { opportunityTypes } from "../../vocabularies/opportunity-types.ts";
import { stages } from "../../vocabularies/stages.ts";
import { type Language, labelOf, type Vocabulary } from "../../vocabularies/vocabulary.ts";
import { answering, pathOf } from "./answers.ts";
import { distanceBetween } from "./distance.ts";
import { dayText, overlaps, periodOf, periodText } from "./period.ts";
import type { MatchOptions, Saying, Side, Wish } from "./side.ts";

/** The conditions without which two sides are not proposed to one another. */
export const conditions = ["direction", "standing", "self", "type", "stage", "path", "period", "distance"] as const;
export type Condition = (typeof conditions)[number];

export interface Broken extends Saying {
	condition: Condition;
}

export const and = (codes: readonly string[], vocabulary: Vocabulary, language: Language): string => {
	const labels = codes.map((code) => labelOf(vocabulary, code, language));
	const last = labels.pop() ?? "";
	return labels.length > 0 ? `${labels.join(", ")} ${language === "nl" ? "en" : "and"} ${last}` : last;
};

const closed: ReadonlySet<string> = new Set(["archived", "merged"]);

function standing({ wish, state }: Side, who: Saying, today: string): Saying | undefined {
	if (state && closed.has(state)) return { nl: `${who.nl} staat niet meer open.`, en: `${who.en} is no longer open.` };
	if (wish.validThrough && wish.validThrough < today) {
		const day = wish.validThrough;
		return {
			nl: `${who.nl} gold tot en met ${dayText(day, "nl")}.`,
			en: `${who.en} was valid until ${dayText(day, "en")}.`,
		};
	}
	return undefined;
}

const theRequest = { nl: "De vraag", en: "The request" };
const theOffer = { nl: "Het aanbod", en: "The offer" };

function distance(request: Wish, offer: Wish): Saying | undefined {
	const km = distanceBetween(request, offer);
	const limits = [
		{ most: request.withinKm, who: { nl: "de vraag", en: "the request" } },
		{ most: offer.withinKm, who: { nl: "het aanbod", en: "the offer" } },
	];
	for (const { most, who } of limits)
		if (km !== undefined && most !== undefined && km > most)
			return {
				nl: `De afstand is ${km} km; volgens ${who.nl} mag het hoogstens ${most} km zijn.`,
				en: `The distance is ${km} km; according to ${who.en} it may be ${most} km at most.`,
			};
	return undefined;
}

function period(request: Wish, offer: Wish, today: string): Saying | undefined {
	const [asked, offered] = [periodOf(request), periodOf(offer)];
	if (overlaps(asked, offered, today)) return undefined;
	const [one, other] = [periodText(asked), periodText(offered)];
	return {
		nl: `De periodes passen niet: gevraagd ${one.nl}, aangeboden ${other.nl}.`,
		en: `The periods do not meet: asked ${one.en}, offered ${other.en}.`,
	};
}

const differing = (vocabulary: Vocabulary, request: readonly string[], offer: readonly string[]): Saying => ({
	nl: `De vraag is voor ${and(request, vocabulary, "nl")}, het aanbod voor ${and(offer, vocabulary, "nl")}.`,
	en: `The request is for ${and(request, vocabulary, "en")}, the offer for ${and(offer, vocabulary, "en")}.`,
});

/** The stages that must meet. Of a hybrid teacher it is where the lessons are: that it is a teacher who also works says itself. */
export const levelsOf = ({ type, stages: codes }: Pick<Wish, "type" | "stages">) =>
	type === "hybrid-teacher" ? codes.filter((code) => code !== "teachers" && code !== "working") : codes;

/** Each condition's sentence when it is not met. What one of the sides leaves open breaks nothing. */
const checks: Record<Condition, (request: Side, offer: Side, today: string) => Saying | undefined> = {
	direction: ({ wish: request }, { wish: offer }) =>
		request.direction === "request" && offer.direction === "offer"
			? undefined
			: { nl: "Het zijn geen vraag en aanbod.", en: "They are not a request and an offer." },
	standing: (request, offer, today) => standing(request, theRequest, today) ?? standing(offer, theOffer, today),
	self: ({ wish: request }, { wish: offer }) =>
		request.organization && request.organization.name === offer.organization?.name
			? {
					nl: `Vraag en aanbod zijn allebei van ${request.organization.name}.`,
					en: `Request and offer are both of ${request.organization.name}.`,
				}
			: undefined,
	type: ({ wish: request }, { wish: offer }) =>
		answering(request, offer)
			? undefined
			: {
					nl: `Gevraagd is "${opportunityTypes[request.type].nl}", aangeboden "${opportunityTypes[offer.type].nl}".`,
					en: `Asked is "${opportunityTypes[request.type].en}", offered "${opportunityTypes[offer.type].en}".`,
				},
	stage: ({ wish: request }, { wish: offer }) => {
		const [asked, offered] = [levelsOf(request), levelsOf(offer)];
		return asked.length === 0 || offered.length === 0 || asked.some((code) => offered.includes(code))
			? undefined
			: differing(stages, asked, offered);
	},
	path: ({ wish: request }, { wish: offer }) => {
		const [asked, offered] = [pathOf(request), pathOf(offer)];
		return !asked || !offered || asked === offered ? undefined : differing(learningPaths, [asked], [offered]);
	},
	period: ({ wish: request }, { wish: offer }, today) => period(request, offer, today),
	distance: ({ wish: request }, { wish: offer }) => distance(request, offer),
};

/** The hard conditions that are not met, each with a sentence. */
export const brokenConditions = (request: Side, offer: Side, { today }: MatchOptions): Broken[] =>
	conditions.flatMap((condition) => {
		const saying = checks[condition](request, offer, today);
		return saying ? [{ condition, ...saying }] : [];
	});

/** Whether every hard condition is met; stops at the first that is not. */
export const meetsConditions = (request: Side, offer: Side, { today }: MatchOptions): boolean =>
	conditions.every((condition) => !checks[condition](request, offer, today));

import { audiences } from "../../vocabularies/audiences.ts";
import { municipalities } from "../../vocabularies/municipalities.ts";
import { opportunityTypes } from "../../vocabularies/opportunity-types.ts";
import { sectors } from "../../vocabularies/sectors.ts";
import { stages } from "../../vocabularies/stages.ts";
import { labelOf } from "../../vocabularies/vocabulary.ts";
import { answering } from "./answers.ts";
import { and } from "./conditions.ts";
import { distanceBetween, municipalityOf } from "./distance.ts";
import { periodOf, periodText } from "./period.ts";
import type { Saying, Side, Wish } from "./side.ts";
import { sharedWords } from "./words.ts";

/** What one preference says of two sides: from 0 (against it) to 1 (for it), and the sentence that goes with it. */
interface Opinion {
	value: number;
	/** Why they suit each other. */
	reason?: Saying | undefined;
	/** What a coordinator should look at. */
	doubt?: Saying | undefined;
}

/** Where one side is silent: neither for nor against. */
const open: Opinion = { value: 0.5 };

const both = <T extends string>(one: readonly T[], other: readonly T[]) => one.filter((code) => other.includes(code));

function sector({ sectors: asked }: Wish, { sectors: offered }: Wish): Opinion {
	const [wanted, given] = [asked, offered].map((codes) => codes.filter((code) => code !== "general"));
	if (!wanted || !given || wanted.length === 0 || given.length === 0) return open;
	const common = both(wanted, given);
	if (common.length === 0)
		return {
			value: 0,
			doubt: {
				nl: `Een andere richting: gevraagd ${and(wanted, sectors, "nl")}, aangeboden ${and(given, sectors, "nl")}.`,
				en: `Another branch: asked ${and(wanted, sectors, "en")}, offered ${and(given, sectors, "en")}.`,
			},
		};
	const all = new Set([...wanted, ...given]).size;
	return {
		value: 0.8 + (0.2 * common.length) / all,
		reason: { nl: `Beide in ${and(common, sectors, "nl")}.`, en: `Both in ${and(common, sectors, "en")}.` },
	};
}

/** Half as good for each so many kilometres: nearer is always better, and far away it hardly differs any more. */
const halfway = 25;

const placeOf = (wish: Wish): string => {
	const code = municipalityOf(wish);
	return code ? labelOf(municipalities, code) : (wish.location?.place ?? "");
};

function distance(request: Wish, offer: Wish): Opinion {
	const km = distanceBetween(request, offer);
	if (km === undefined)
		return {
			value: 0.3,
			doubt: { nl: "De afstand is niet bekend.", en: "The distance is not known." },
		};
	const value = halfway / (halfway + km);
	const [from, to] = [placeOf(request), placeOf(offer)];
	if (km === 0 && from === to) return { value, reason: { nl: `Beide in ${from}.`, en: `Both in ${from}.` } };
	const saying = { nl: `${km} km van elkaar: ${from} en ${to}.`, en: `${km} km apart: ${from} and ${to}.` };
	return km <= 2 * halfway ? { value, reason: saying } : { value, doubt: saying };
}

function words(request: Wish, offer: Wish): Opinion {
	const { count, examples } = sharedWords(request, offer);
	if (count === 0) return { value: 0 };
	const named = examples.slice(0, 4).join(", ");
	return {
		value: 1 - 0.6 ** count,
		reason: { nl: `Beide noemen: ${named}.`, en: `Both mention: ${named}.` },
	};
}

function stage({ stages: asked }: Wish, { stages: offered }: Wish): Opinion {
	const common = both(asked, offered);
	if (common.length === 0) return open;
	return {
		value: 0.7 + (0.3 * common.length) / new Set([...asked, ...offered]).size,
		reason: { nl: `Beide voor ${and(common, stages, "nl")}.`, en: `Both for ${and(common, stages, "en")}.` },
	};
}

/** Who takes part, apart from whom the text addresses: a school that asks companies, a company that offers to schools. */
const takePart: ReadonlySet<string> = new Set([
	"pupils",
	"students",
	"girls",
	"parents",
	"teachers",
	"employees",
	"job-seekers",
	"switchers",
	"international-talent",
]);

function audience({ audiences: asked }: Wish, { audiences: offered }: Wish): Opinion {
	const [wanted, given] = [asked, offered].map((codes) => codes.filter((code) => takePart.has(code)));
	if (!wanted || !given || wanted.length === 0 || given.length === 0) return open;
	const common = both(wanted, given);
	if (common.length === 0) return { value: 0.2 };
	return {
		value: 1,
		reason: {
			nl: `Dezelfde doelgroep: ${and(common, audiences, "nl")}.`,
			en: `The same audience: ${and(common, audiences, "en")}.`,
		},
	};
}

function type(request: Wish, offer: Wish): Opinion {
	if (answering(request, offer) === "same") return { value: 1 };
	return {
		value: 0,
		doubt: {
			nl: `Gevraagd is "${opportunityTypes[request.type].nl}", dit is "${opportunityTypes[offer.type].nl}".`,
			en: `Asked is "${opportunityTypes[request.type].en}", this is "${opportunityTypes[offer.type].en}".`,
		},
	};
}

const day = 86_400_000;

function moment(request: Wish, offer: Wish): Opinion {
	const asked = periodOf(request);
	if (!asked.from && !asked.until) return open;
	const said = periodText(asked);
	if (!offer.start) return offer.end ? { value: 0.7 } : open;
	const apart = asked.from ? Math.abs(Date.parse(asked.from) - Date.parse(offer.start)) / day : 0;
	// A side with an end names a whole period, in which it happens to lie; two beginnings should lie close.
	if (!asked.until && !offer.end && apart > 60) return { value: 60 / (60 + apart) };
	return {
		value: 1,
		reason: { nl: `Kan in de gevraagde periode: ${said.nl}.`, en: `Can be in the period asked for: ${said.en}.` },
	};
}

function hours({ hours: asked }: Wish, { hours: offered }: Wish): Opinion {
	const [one, other] = [asked, offered].map((it) =>
		it && (it.min !== undefined || it.max !== undefined)
			? { min: it.min ?? 0, max: it.max ?? it.min ?? 60 }
			: undefined,
	);
	if (!one || !other) return open;
	if (one.min <= other.max && other.min <= one.max)
		return { value: 1, reason: { nl: "De uren per week passen.", en: "The hours a week meet." } };
	const range = ({ min, max }: typeof one, to: string) => (min === max ? `${min}` : `${min} ${to} ${max}`);
	return {
		value: 0,
		doubt: {
			nl: `De uren per week passen niet: gevraagd ${range(one, "tot")}, aangeboden ${range(other, "tot")}.`,
			en: `The hours a week do not meet: asked ${range(one, "to")}, offered ${range(other, "to")}.`,
		},
	};
}

const region = (request: Side, offer: Side): Opinion =>
	request.region === undefined || offer.region === undefined
		? open
		: { value: request.region === offer.region ? 1 : 0 };

/** How much each counts. They add up to 1, so that the score is between 0 and 1. */
const weighed: readonly { weight: number; of(request: Side, offer: Side): Opinion }[] = [
	{ weight: 0.27, of: (request, offer) => sector(request.wish, offer.wish) },
	{ weight: 0.24, of: (request, offer) => distance(request.wish, offer.wish) },
	{ weight: 0.23, of: (request, offer) => words(request.wish, offer.wish) },
	{ weight: 0.07, of: (request, offer) => stage(request.wish, offer.wish) },
	{ weight: 0.04, of: (request, offer) => audience(request.wish, offer.wish) },
	{ weight: 0.06, of: (request, offer) => type(request.wish, offer.wish) },
	{ weight: 0.05, of: (request, offer) => moment(request.wish, offer.wish) },
	{ weight: 0.03, of: (request, offer) => hours(request.wish, offer.wish) },
	{ weight: 0.01, of: (request, offer) => region(request, offer) },
];

/** The preferences together: a score from 0 to 1, what speaks for it (most first) and what to look at. */
export function preferencesOf(request: Side, offer: Side): { score: number; reasons: Saying[]; doubts: Saying[] } {
	const opinions = weighed.map(({ weight, of }) => ({ weight, ...of(request, offer) }));
	const most = (a: { weight: number; value: number }, b: { weight: number; value: number }) =>
		b.weight * b.value - a.weight * a.value;
	return {
		score: Math.min(
			1,
			opinions.reduce((sum, { weight, value }) => sum + weight * value, 0),
		),
		reasons: [...opinions].sort(most).flatMap(({ reason }) => reason ?? []),
		doubts: opinions.flatMap(({ doubt }) => doubt ?? []),
	};
}

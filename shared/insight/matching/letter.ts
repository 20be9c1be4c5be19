import type { Contact } from "../../model/values.ts";
import type { Language } from "../../vocabularies/vocabulary.ts";
import type { Saying } from "./side.ts";

/** What the text that brings two sides together says of each. */
export interface LetterSide {
	title: string;
	organization: string | null;
	place: string | null;
	contacts: readonly Pick<Contact, "name" | "email">[];
}

export interface Letter {
	/** Addresses of both sides that are known. */
	to: string[];
	subject: string;
	body: string;
}

const named = ({ contacts, organization }: LetterSide) => contacts[0]?.name ?? organization;

const about = ({ title, organization, place }: LetterSide): string => {
	const who = [organization, place].filter(Boolean).join(", ");
	return who ? `${title} (${who})` : title;
};

/** A text to send to both sides: who they are, why they seem to suit each other, and what now. To read and change before it goes. */
export function letterOf(
	request: LetterSide,
	offer: LetterSide,
	{ reasons, by, language }: { reasons: readonly Saying[]; by: string; language: Language },
): Letter {
	const to = [request, offer].flatMap(({ contacts }) => contacts.flatMap(({ email }) => email ?? [])).slice(0, 10);
	const names = [...new Set([named(request), named(offer)].filter(Boolean))];
	const why = reasons.slice(0, 4).map((reason) => `- ${reason[language]}`);
	if (language === "nl") {
		const lines = [
			names.length > 0 ? `Beste ${names.join(" en ")},` : "Hallo,",
			"",
			"De een zoekt wat de ander lijkt te bieden. Daarom breng ik u graag met elkaar in contact.",
			"",
			`De vraag: ${about(request)}`,
			`Het aanbod: ${about(offer)}`,
			...(why.length > 0 ? ["", "Waarom ik aan u beiden dacht:", ...why] : []),
			"",
			"Wilt u samen een afspraak maken, en mij laten weten wat het wordt? Past het toch niet, dan hoor ik dat ook graag.",
			"",
			"Met vriendelijke groet,",
			by,
		];
		return { to, subject: `Kennismaking: ${request.title}`, body: lines.join("\n") };
	}
	const lines = [
		names.length > 0 ? `Dear ${names.join(" and ")},` : "Hello,",
		"",
		"One of you asks for what the other seems to offer, so I would like to introduce you to each other.",
		"",
		`The request: ${about(request)}`,
		`The offer: ${about(offer)}`,
		...(why.length > 0 ? ["", "Why I thought of you both:", ...why] : []),
		"",
		"Could you arrange it between you and let me know what comes of it? If it does not suit after all, I would like to hear that too.",
		"",
		"Kind regards,",
		by,
	];
	return { to, subject: `Introduction: ${request.title}`, body: lines.join("\n") };
}

/** A link that opens the text in a mail program. */
export const mailtoOf = ({ to, subject, body }: Letter): string =>
	`mailto:${to.map(encodeURIComponent).join(",")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;

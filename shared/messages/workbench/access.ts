import type { Language } from "../../vocabularies/vocabulary.ts";

/** What the workbench says on the page where programs are let in and tokens are revoked. */
interface AccessMessages {
	title: string;
	connect: string;
	code: string;
	codeHint: string;
	look: string;
	empty: string;
	asks: (client: string) => string;
	same: string;
	means: string;
	approve: string;
	deny: string;
	approved: string;
	denied: string;
	tokens: string;
	tokensHint: string;
	none: string;
	byHand: string;
	forWhom: (name: string) => string;
	since: (when: string) => string;
	current: string;
	revoke: string;
	reallyRevoke: string;
	cancel: string;
	revoked: string;
	back: string;
}

export const accessMessages: Readonly<Record<Language, AccessMessages>> = {
	nl: {
		title: "Toegang",
		connect: "Een programma verbinden",
		code: "Code",
		codeHint: "Acht letters die de Clipper toont, zoals BCDF-GHJK.",
		look: "Zoek op",
		empty: "Vul de code in die de Clipper toont.",
		asks: (client) => `“${client}” vraagt toegang`,
		same: "Toont uw Clipper deze zelfde code? Zo niet, weiger dan: iemand anders vraagt hier om toegang op uw naam.",
		means: "Het programma kan daarna op uw naam items vastleggen. Beoordelen en publiceren kan het niet.",
		approve: "Geef toegang",
		deny: "Weiger",
		approved: "De toegang is gegeven. U kunt terug naar de Clipper: die gaat vanzelf verder.",
		denied: "De toegang is geweigerd.",
		tokens: "Wie toegang heeft",
		tokensHint: "Elke regel is een toegangscode. Na intrekken werkt hij meteen niet meer.",
		none: "Er zijn geen toegangscodes.",
		byHand: "Met de hand gemaakt",
		forWhom: (name) => `voor ${name}`,
		since: (when) => `sinds ${when}`,
		current: "deze sessie",
		revoke: "Trek in",
		reallyRevoke: "Ja, trek in",
		cancel: "Toch niet",
		revoked: "De toegangscode is ingetrokken.",
		back: "Naar de lijst",
	},
	en: {
		title: "Access",
		connect: "Connect a program",
		code: "Code",
		codeHint: "Eight letters that the Clipper shows, such as BCDF-GHJK.",
		look: "Look up",
		empty: "Fill in the code that the Clipper shows.",
		asks: (client) => `“${client}” asks for access`,
		same: "Does your Clipper show this same code? If not, deny: somebody else is asking for access in your name.",
		means: "The program can then clip in your name. It cannot review or publish.",
		approve: "Give access",
		deny: "Deny",
		approved: "Access was given. You can go back to the Clipper: it goes on by itself.",
		denied: "Access was denied.",
		tokens: "Who has access",
		tokensHint: "Each line is a token. Once revoked it stops working at once.",
		none: "There are no tokens.",
		byHand: "Made by hand",
		forWhom: (name) => `for ${name}`,
		since: (when) => `since ${when}`,
		current: "this session",
		revoke: "Revoke",
		reallyRevoke: "Yes, revoke",
		cancel: "Rather not",
		revoked: "The token has been revoked.",
		back: "To the list",
	},
};

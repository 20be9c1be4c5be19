import { Refusal, type Sentence } from "../records/refusal.ts";

export const shortest = 12;
export const longest = 200;

const refuse = (title: Sentence) => new Refusal(422, "weak-password", title);

const plain = (text: string) =>
	text
		.toLowerCase()
		.normalize("NFKD")
		.replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Throws a 422 when `password` is too short, too long, or little else than who it is for. There are no rules about which
 * characters it has (NIST SP 800-63B, 3.1.1.2): length is what helps.
 */
export function checkPassword(password: string, person: { name: string; email?: string | undefined }): void {
	if ([...password].length < shortest) {
		throw refuse({
			nl: `Kies een wachtwoord van minstens ${shortest} tekens. Een paar woorden achter elkaar is goed.`,
			en: `Choose a password of at least ${shortest} characters. A few words in a row will do.`,
		});
	}
	if ([...password].length > longest) {
		throw refuse({
			nl: `Dit wachtwoord is te lang: hoogstens ${longest} tekens.`,
			en: `This password is too long: at most ${longest} characters.`,
		});
	}
	const own = [...person.name.split(/\s+/), ...(person.email?.split(/[@.]/) ?? []), "regiotechniek", "techniek"]
		.map(plain)
		.filter((word) => word.length >= 3)
		.sort((a, b) => b.length - a.length);
	const rest = own.reduce((left, word) => left.replaceAll(word, ""), plain(password));
	if (own.some((word) => plain(password).includes(word)) && rest.length < 8) {
		throw refuse({
			nl: "Dit wachtwoord lijkt te veel op uw naam of adres. Kies iets anders.",
			en: "This password is too much like your name or address. Choose something else.",
		});
	}
	if (new Set(password).size < 4) {
		throw refuse({
			nl: "Dit wachtwoord is te makkelijk te raden: steeds dezelfde tekens. Kies iets anders.",
			en: "This password is too easy to guess: the same characters over and over. Choose something else.",
		});
	}
}

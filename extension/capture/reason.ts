import type { Captured } from "../draft/fields.ts";
import type { Page } from "./page.ts";
import type { Source } from "./source.ts";

/** Whether the browser shows a PDF here, in its own viewer. */
export const isPdf = ({ document }: Page) =>
	document.contentType === "application/pdf" ||
	document.querySelector(
		"body > embed[type='application/pdf'], body > embed[type='application/x-google-chrome-pdf']",
	) !== null;

const signIn = /\b(?:inloggen|log in|login|aanmelden|sign in|wachtwoord)\b/i;

/** Why there is nothing to read, if so: a short page with a password field is a door, not a page. */
export function findReason(source: Source, title: string | undefined): Captured["unreadable"] {
	const { page, main } = source;
	if (!/^(?:https?|file):/.test(page.url)) return "browser-page";
	const hasPassword = page.document.querySelector("input[type='password']") !== null;
	const words = `${page.document.title} ${main.text}`;
	if (hasPassword && main.text.length < 600 && signIn.test(words)) return "login";
	return main.text.length < 20 && !title ? "empty" : undefined;
}

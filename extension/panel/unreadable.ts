/** Why there is no page to read; the panel has a sentence for each. */
export type Unreadable = "browser-page" | "pdf" | "empty" | "login" | "protected" | "no-access" | "no-access-firefox";

/** Why a browser does not let a page be read, from its address; an unknown address is one that no click has opened up. */
export function whyUnreadable(url: string | undefined, firefox: boolean): Unreadable {
	if (!url) return firefox ? "no-access-firefox" : "no-access";
	if (!/^https?:/.test(url)) return /^file:.*\.pdf$/i.test(url) ? "pdf" : "browser-page";
	return /\.pdf(?:$|[?#])/i.test(url) ? "pdf" : "protected";
}

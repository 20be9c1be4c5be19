import { captureTab, isFirefox, type Tab } from "../browser.ts";
import { Captured } from "../draft/fields.ts";
import { type Unreadable, whyUnreadable } from "./unreadable.ts";

export type TabReading =
	| { readonly captured: Captured; readonly unreadable?: undefined }
	| { readonly unreadable: Unreadable; readonly captured?: Captured | undefined };

/**
 * A click gives access to the tab at once in the browser, but a moment later in the page's own process; in between the
 * script is refused. Milliseconds to wait before each next try.
 */
const pauses = [100, 300];

async function captureWithPatience(tab: Tab): Promise<unknown> {
	for (const pause of pauses) {
		try {
			return await captureTab(tab.id);
		} catch {
			// Where no click gave an address there is no access coming either.
			if (!tab.url) break;
			await new Promise((resolve) => setTimeout(resolve, pause));
		}
	}
	return captureTab(tab.id);
}

/** Reads the page in a tab. Never rejects: a page that cannot be read is an answer too. */
export async function readTab(tab: Tab): Promise<TabReading> {
	try {
		const captured = Captured.safeParse(await captureWithPatience(tab));
		if (!captured.success) return { unreadable: whyUnreadable(tab.url, isFirefox()) };
		const { unreadable } = captured.data;
		return unreadable ? { unreadable, captured: captured.data } : { captured: captured.data };
	} catch (error) {
		// The browser's own words are for us, not for the user.
		console.info("The page could not be read:", error);
		return { unreadable: whyUnreadable(tab.url, isFirefox()) };
	}
}

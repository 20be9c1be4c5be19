/**
 * The little that the tests on partners' pages need of a browser, alike in Chromium, Firefox and WebKitGTK. What the page
 * answers is `unknown`: it comes from outside, and a test compares it whole.
 */
export interface HostPage {
	/** Opens an address and waits for its load event. */
	open(url: string): Promise<void>;
	/**
	 * Runs `work` in the page and gives what it returns or resolves to, as JSON. Only its source travels: it sees its arguments
	 * and the page, nothing of the test's file.
	 */
	evaluate<A extends readonly unknown[]>(work: (...given: A) => unknown, ...given: A): Promise<unknown>;
	/** Runs `work` until it gives something truthy, and gives that. Fails after 10 s with `what` and the last answer. */
	waitFor<A extends readonly unknown[]>(what: string, work: (...given: A) => unknown, ...given: A): Promise<unknown>;
	/** Address of every request that the page made, its frames included. */
	requests(): Promise<readonly string[]>;
	/** What the browser says about the page: warnings, errors, what was thrown. Empty where the browser does not tell. */
	said(): readonly string[];
	close(): Promise<void>;
}

export interface HostBrowser<P extends HostPage = HostPage> {
	newPage(): Promise<P>;
	close(): Promise<void>;
}

export interface HostBrowserOptions {
	/** Where the visitor's clock is, such as `America/New_York`. */
	timeZone: string;
	/** Of the part of the window that shows the page, in CSS pixels; WebKitGTK's window is as it is. */
	viewport: { width: number; height: number };
}

/** The source of a call, for browsers that take source. */
export const callOf = (work: (...given: never[]) => unknown, given: readonly unknown[]): string =>
	`(${work})(...${JSON.stringify(given)})`;

/** See {@link HostPage.waitFor}. A page on its way to another address answers nothing; that is asked again. */
export async function poll(what: string, ask: () => Promise<unknown>): Promise<unknown> {
	let last: unknown;
	const end = Date.now() + 10_000;
	while (Date.now() < end) {
		last = await ask().catch((error: unknown) => {
			last = String(error);
			return undefined;
		});
		if (last) return last;
		await new Promise((resolve) => setTimeout(resolve, 25));
	}
	throw new Error(`Not there after 10 s: ${what}. The page answered ${JSON.stringify(last)}.`);
}

import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";

/** Set by strings that got run; each hit is kept with where it came from. */
const layTraps = () => {
	const hits: string[] = [];
	Reflect.set(globalThis, "trapped", hits);
	Object.defineProperty(globalThis, "hacked", {
		get: () => undefined,
		set: () => void hits.push(`ran: ${new Error("trap").stack ?? ""}`),
	});
	addEventListener("error", ({ message }) => void hits.push(`thrown: ${message}`));
	addEventListener("unhandledrejection", ({ reason }) => void hits.push(`refused: ${reason?.stack ?? reason}`));
};

/** A browser that tells when something ran that should be text: no policy of a page hides it. */
export interface TrappedBrowser {
	readonly context: BrowserContext;
	/** What was run, asked, opened or thrown anywhere, since the last time. Of frames and pages that are open now. */
	sprung(): Promise<string[]>;
}

/**
 * `ours` are the origins that pages may ask; every other request is stopped and told, save those of `allowed`. Content
 * security policies and Trusted Types are off.
 */
export async function openTrapped(
	browser: Browser,
	ours: readonly string[],
	options: { allowed?: readonly string[] } & BrowserContextOptions = {},
): Promise<TrappedBrowser> {
	const { allowed = [], ...rest } = options;
	const context = await browser.newContext({
		locale: "nl-NL",
		timezoneId: "Europe/Amsterdam",
		bypassCSP: true,
		...rest,
	});
	const told: string[] = [];
	await context.addInitScript(layTraps);
	await context.route(
		(url) => !ours.includes(url.origin),
		(route) => {
			const { origin } = new URL(route.request().url());
			if (!allowed.includes(origin)) told.push(`asked ${route.request().url()}`);
			return route.abort();
		},
	);
	context.on("page", (page) => {
		page.on("dialog", (dialog) => {
			told.push(`dialog: ${dialog.message()}`);
			return dialog.dismiss();
		});
		page.on("popup", (popup) => void told.push(`opened ${popup.url()}`));
		page.on("download", (download) => void told.push(`downloaded ${download.url()}`));
	});
	return {
		context,
		async sprung() {
			for (const page of context.pages()) {
				for (const frame of page.frames()) {
					const hits: unknown = await frame.evaluate("globalThis.trapped?.splice(0)").catch(() => undefined);
					if (Array.isArray(hits)) told.push(...hits.map((hit) => `${frame.url().slice(0, 300)}: ${hit}`));
				}
				const cookies = await context.cookies();
				for (const { name } of cookies) told.push(`cookie ${name}`);
			}
			return told.splice(0);
		},
	};
}

import * as z from "zod/mini";
import { callOf, type HostBrowser, type HostBrowserOptions, type HostPage, poll } from "./host-browser.ts";
import { startWebkit } from "./webkit-driver.ts";

const Outcome = z.union([z.object({ value: z.unknown() }), z.object({ thrown: z.string() })]);
const Addresses = z.array(z.string());
const Handle = z.object({ handle: z.string() });

/** WebKitGTK's MiniBrowser. It tells no console and no requests, so the latter come from the page's own resource timing. */
export async function launchWebkitHost({ timeZone, viewport }: HostBrowserOptions): Promise<HostBrowser> {
	const driver = await startWebkit({ TZ: timeZone, LANG: "C.UTF-8", LANGUAGE: "nl" }, viewport);
	return {
		async newPage() {
			const before = await driver.send("GET", "/window");
			// A new tab would stay behind the first, and a page that nobody sees draws nothing.
			const { handle } = Handle.parse(await driver.send("POST", "/window/new", { type: "window" }));
			await driver.send("POST", "/window", { handle });
			const evaluate: HostPage["evaluate"] = async (work, ...given) => {
				const script = `const done = arguments[arguments.length - 1];
					Promise.resolve().then(() => ${callOf(work, given)})
						.then((value) => done({ value }), (error) => done({ thrown: String(error) }));`;
				const outcome = Outcome.parse(await driver.send("POST", "/execute/async", { script, args: [] }));
				if ("thrown" in outcome) throw new Error(outcome.thrown);
				return outcome.value;
			};
			return {
				open: async (url) => void (await driver.send("POST", "/url", { url })),
				evaluate,
				waitFor: (what, work, ...given) => poll(what, () => evaluate(work, ...given)),
				requests: async () =>
					Addresses.parse(
						await evaluate(() => [
							location.href,
							...performance.getEntriesByType("resource").map(({ name }) => name),
							...[...document.querySelectorAll("iframe")].flatMap(
								({ contentWindow }) =>
									contentWindow?.performance.getEntriesByType("resource").map(({ name }) => name) ?? [],
							),
						]),
					),
				said: () => [],
				async close() {
					await driver.send("DELETE", "/window");
					await driver.send("POST", "/window", { handle: before });
				},
			};
		},
		close: () => driver.close(),
	};
}

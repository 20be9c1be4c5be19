import { FeedProblem } from "../feed/feed-problem.ts";
import type { Host } from "../parts/part.ts";

/**
 * The attributes of the widget that an editor keeps in the inventory under `name`; none when they cannot be read, which
 * the partner is told.
 */
export async function attributesOf(host: Host, name: string): Promise<Partial<Record<string, string>>> {
	try {
		if (!host.home) throw new FeedProblem("network");
		const address = new URL(`embed/widgets/${encodeURIComponent(name)}.json`, host.home).href;
		const found: unknown = await host.fetchJson(address, new AbortController().signal);
		const given: unknown = typeof found === "object" && found ? Reflect.get(found, "attributes") : undefined;
		if (typeof given !== "object" || !given) throw new FeedProblem("format");
		return Object.fromEntries(Object.entries(given).filter(([, value]) => typeof value === "string"));
	} catch (error) {
		host.tell("value", `widget="${name}" (${error instanceof Error ? error.message : String(error)})`);
		return {};
	}
}

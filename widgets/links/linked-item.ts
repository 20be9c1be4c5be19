import { today } from "../../shared/list/dates.ts";
import { matches } from "../../shared/model/query.ts";
import { itemAddress } from "../detail/item-address.ts";
import { readEvent } from "../events/read-event.ts";
import { readInitiative } from "../initiatives/read-initiative.ts";
import { readOpportunity } from "../opportunities/read-opportunity.ts";
import type { AnyCard, Host } from "../parts/part.ts";

/**
 * The item called `id`: from the list, or else from the inventory, and then only when it would be in the list of this
 * partner without what the visitor chose. Undefined when there is none.
 */
export async function linkedItem(host: Host, id: string, signal: AbortSignal): Promise<AnyCard | undefined> {
	const { kind, settings } = host;
	const listed = host.items.find((item) => item.id === id);
	const address = itemAddress(host, kind, id);
	if (listed || !address) return listed;
	const json = await host.fetchJson(address, signal).catch(() => undefined);
	const found: unknown = typeof json === "object" && json ? Reflect.get(json, "item") : undefined;
	const item =
		kind === "events" ? readEvent(found) : kind === "opportunities" ? readOpportunity(found) : readInitiative(found);
	if (item?.id !== id || !matches(item, settings.fixed)) return undefined;
	// An event that is over may be shown to who has a link to it; what nobody can respond to any more may not.
	return "validThrough" in item && (item.validThrough ?? today()) < today() ? undefined : item;
}

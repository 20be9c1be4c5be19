import * as z from "zod/mini";
import { readAddress } from "./connection.ts";

/** What an IT department may set, as in managed-schema.json. A value that is none is as one that was left out. */
const Managed = z.object({
	address: z.catch(z.optional(z.string()), undefined),
	region: z.catch(z.optional(z.string()), undefined),
});

export interface ManagedSettings {
	/** The only inventory that people may connect to. */
	readonly address?: string | undefined;
	/** The region that a new clip is for. */
	readonly region?: string | undefined;
}

/** What stands in the policy, with the address as we keep it. */
export function managedFrom(stored: unknown): ManagedSettings {
	const managed = Managed.safeParse(stored);
	if (!managed.success) return {};
	const address = readAddress(managed.data.address ?? "");
	return {
		address: "address" in address ? address.address : undefined,
		region: managed.data.region?.trim() || undefined,
	};
}

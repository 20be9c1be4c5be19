import { onStored, readManaged, readStored, removeStored, writeStored } from "../browser.ts";
import { Connection } from "./connection.ts";
import { type ManagedSettings, managedFrom } from "./managed.ts";

const key = "connection";

/** What an IT department has set. */
export const managedSettings = async (): Promise<ManagedSettings> => managedFrom(await readManaged());

/** The connection in the settings, or `undefined` until there is one; also when an IT department has set another inventory. */
export async function readConnection(): Promise<Connection | undefined> {
	const connection = Connection.safeParse(await readStored("local", key));
	if (!connection.success) return undefined;
	const { address } = await managedSettings();
	return address === undefined || address === connection.data.address ? connection.data : undefined;
}

export const writeConnection = (connection: Connection): Promise<void> => writeStored("local", key, connection);

export const removeConnection = (): Promise<void> => removeStored("local", key);

export const onConnection = (callback: (connection: Connection | undefined) => void, signal?: AbortSignal): void =>
	onStored("local", key, () => void readConnection().then(callback), signal);

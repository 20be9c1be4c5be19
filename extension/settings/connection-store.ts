import { onStored, readStored, writeStored } from "../browser.ts";
import { Connection } from "./connection.ts";

const key = "connection";

function parse(stored: unknown): Connection | undefined {
	const connection = Connection.safeParse(stored);
	return connection.success ? connection.data : undefined;
}

/** The connection in the settings, or `undefined` until there is one. */
export const readConnection = async (): Promise<Connection | undefined> => parse(await readStored("local", key));

export const writeConnection = (connection: Connection): Promise<void> => writeStored("local", key, connection);

export const onConnection = (callback: (connection: Connection | undefined) => void, signal?: AbortSignal): void =>
	onStored("local", key, (stored) => callback(parse(stored)), signal);

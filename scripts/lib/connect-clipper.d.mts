import type { Page } from "playwright-core";

/** Connects the clipper to an inventory through its own settings page, as a person does who was given a token. */
export function connectClipper(
	page: Page,
	connection: { address: string; token: string; region: string },
): Promise<void>;

/** Whether the clipper is connected to this inventory already, from an earlier time with the same profile. */
export function isConnected(page: Page, address: string): Promise<boolean>;

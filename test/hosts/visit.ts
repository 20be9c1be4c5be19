import { afterEach } from "vitest";
import * as z from "zod/mini";
import type { HostPage } from "../support/host-browser.ts";
import type { World } from "./world.ts";

export const Strings = z.array(z.string());

/** A visitor's way around: the pages that a test opens close when it is over. */
export interface Visit<P extends HostPage = HostPage> {
	world(): World<P>;
	/** Opens a page of the host server in a window of its own. */
	open(path: string): Promise<P>;
}

export function visitOf<P extends HostPage>(world: () => World<P>): Visit<P> {
	const pages: P[] = [];
	afterEach(async () => {
		for (const page of pages.splice(0)) await page.close();
	});
	return {
		world,
		async open(path) {
			const page = await world().browser.newPage();
			pages.push(page);
			await page.open(world().hosts.url + path);
			return page;
		},
	};
}

/** What the browser and the page's watch heard; but for what a browser asks for by itself. */
export async function problemsOf(page: HostPage): Promise<readonly string[]> {
	const watched = Strings.parse(await page.evaluate(() => globalThis.watched?.problems ?? []));
	return [...page.said(), ...watched].filter((line) => !line.includes("favicon"));
}

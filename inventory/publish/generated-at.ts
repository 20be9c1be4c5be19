import * as z from "zod/mini";
import { readText } from "./files.ts";

const withTime = z.looseObject({ generatedAt: z.string() });

/** The time that stands in a text of ours, without reading the rest of it. */
export function timeIn(text: string): string | undefined {
	const [, found] = /"generatedAt":"([^"]+)"/.exec(text) ?? [];
	return withTime.safeParse({ generatedAt: found }).data?.generatedAt;
}

/** Makes the text with the time that stands in the file now; only when the rest differs, with the present time. */
export async function onlyWhenChanged(path: string, now: Date, make: (generatedAt: string) => string): Promise<string> {
	const standing = await readText(path);
	const time = standing && timeIn(standing);
	if (time) {
		const same = make(time);
		if (same === standing) return same;
	}
	return make(now.toISOString());
}

import { readJsonLd } from "./json-ld.ts";
import { type MainText, readMainText } from "./main-text.ts";
import { type Meta, readMeta } from "./meta.ts";
import { readMicrodata } from "./microdata.ts";
import type { Page } from "./page.ts";
import { subjectOf } from "./subject.ts";
import { indexThings, type Thing, type Things } from "./things.ts";

/** Everything a page says about itself, read once, for the transforms to choose from. */
export interface Source {
	readonly page: Page;
	readonly things: Things;
	/** The structured item the page is about, if it has one. */
	readonly subject: Thing | undefined;
	readonly meta: Meta;
	readonly main: MainText;
}

export function readSource(page: Page): Source {
	const { document } = page;
	const things = indexThings([...readJsonLd(document), ...readMicrodata(document)]);
	return { page, things, subject: subjectOf(things, page), meta: readMeta(document), main: readMainText(document) };
}

/** How sure structured data makes us: its authors meant it for machines. */
export const structuredConfidence = 0.95;

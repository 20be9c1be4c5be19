import { readJsonLd } from "./json-ld.ts";
import { type Labels, readLabels } from "./labels.ts";
import { type MainText, readMainText } from "./main-text.ts";
import { type Meta, readMeta } from "./meta.ts";
import { readMicrodata } from "./microdata.ts";
import type { Page } from "./page.ts";
import { readRdfa } from "./rdfa.ts";
import { findStale } from "./stale.ts";
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
	readonly labels: Labels;
	/** Whether the page's metadata turned out to be about another page; it is left out of all of the above then. */
	readonly isStale: boolean;
	/** Names of organisations that the inventory knows; may be empty. */
	readonly known: readonly string[];
}

const stalePossible = [
	"og:title",
	"og:description",
	"og:url",
	"og:type",
	"twitter:title",
	"twitter:description",
	"description",
];

export function readSource(page: Page, known: readonly string[] = []): Source {
	const { document } = page;
	const things = indexThings([...readJsonLd(document), ...readMicrodata(document), ...readRdfa(document)]);
	const subject = subjectOf(things, page);
	const meta = readMeta(document);
	const main = readMainText(document);
	const stale = findStale(page, meta, things, subject);
	const isStale = stale.subject || stale.meta;
	return {
		page,
		things: stale.subject ? indexThings([]) : things,
		subject: stale.subject ? undefined : subject,
		meta: isStale ? new Map([...meta].filter(([name]) => !stalePossible.includes(name))) : meta,
		main,
		labels: readLabels(main),
		isStale,
		known,
	};
}

/** How sure structured data makes us: its authors meant it for machines. */
export const structuredConfidence = 0.95;

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";
import * as z from "zod/mini";
import { capture } from "../../../extension/capture/capture.ts";
import { Captured, clipKinds, Fields } from "../../../extension/draft/fields.ts";

/** The day on which every page of the corpus is read. */
export const today = "2026-10-05";
export const now = `${today}T12:00:00+02:00`;

export const parts = ["tuning", "held-out"] as const;
export type Part = (typeof parts)[number];

/** What is right: one text, several that are all right, or "?" for what people would not agree on. */
const Expected = z.union([z.string(), z.number(), z.array(z.string())]);
export type Expected = z.infer<typeof Expected>;

const Label = z.object({
	url: z.url(),
	/** In what way the page is written. */
	style: z.string(),
	/** Fields of the draft; one that is left out must stay empty. `price` is in euro, `summary` a piece of it. */
	expected: z.optional(z.catchall(z.object({ kind: z.enum(clipKinds) }), Expected)),
	candidates: z.optional(z.array(z.object({ title: z.string(), url: z.string(), start: z.optional(z.string()) }))),
	unreadable: z.optional(z.string()),
});
export type Label = z.infer<typeof Label>;

export interface LabelledPage {
	readonly name: string;
	readonly part: Part;
	readonly html: string;
	readonly label: Label;
}

const fields = new Set<string>([...Object.keys(Fields.shape), "kind", "price"]);

const folder = (part: Part) => fileURLToPath(new URL(`corpus/${part}/`, import.meta.url));

/** The labelled pages of a part of the corpus, by name. Throws for a label that is not one, or that names an unknown field. */
export function readPages(part: Part): LabelledPage[] {
	return readdirSync(folder(part))
		.filter((file) => file.endsWith(".html"))
		.toSorted()
		.map((file) => {
			const name = file.replace(/\.html$/, "");
			const read = (extension: string) => readFileSync(`${folder(part)}${name}.${extension}`, "utf8");
			const label = Label.parse(JSON.parse(read("json")));
			const unknown = Object.keys(label.expected ?? {}).find((field) => !fields.has(field));
			if (unknown) throw new Error(`The label of ${name} names ${unknown}, which is no field of a draft.`);
			return { name, part, html: read("html"), label };
		});
}

/** Reads a page as the extension does, in jsdom, and parses what comes out as the panel does. */
export function capturePage({ html, label }: LabelledPage): Captured {
	const { window } = new JSDOM(html, { url: label.url });
	try {
		return Captured.parse(structuredClone(capture({ document: window.document, url: label.url, today }, now)));
	} finally {
		window.close();
	}
}

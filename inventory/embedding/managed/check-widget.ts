import * as z from "zod/mini";
import { fieldProblems } from "../../../shared/messages/field-problems.ts";
import type { FieldProblem } from "../../../shared/model/problem.ts";
import { feedParameters } from "../../../shared/model/query.ts";
import { Slug } from "../../../shared/model/values.ts";
import { readAttributes, type WidgetAttributes, type WidgetKind, widgetKinds } from "../../../shared/model/widget.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { parseFeedQuery } from "../../publish/parse-query.ts";
import type { PublishedSite } from "../../publish/site.ts";
import { Refusal } from "../../records/refusal.ts";

const Body = z.object({ kind: z.enum(widgetKinds), attributes: z.record(z.string(), z.unknown()) });

/** The values that only the region's own items can judge: a place or organisation nobody there has heard of. */
async function unknownInRegion(
	site: PublishedSite,
	kind: WidgetKind,
	attributes: WidgetAttributes,
	language: Language,
): Promise<FieldProblem[]> {
	if (!attributes.region) return [];
	const region = await site.region(attributes.region);
	if (!region) {
		const known = (await site.regions()).map((one) => one.id).join(", ");
		const message =
			language === "en"
				? `We do not know this region. Choose from: ${known}.`
				: `Deze regio kennen we niet. Kies uit: ${known}.`;
		return [{ field: "attributes.region", message }];
	}
	const items = (await site.items(region.id, kind))?.items ?? [];
	return feedParameters.flatMap((name) => {
		const value = name === "after" ? undefined : attributes[name];
		if (value === undefined) return [];
		try {
			parseFeedQuery(new URLSearchParams({ [name]: value }), kind, items, region);
			return [];
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return [{ field: `attributes.${name}`, message: (error.detail ?? error.title)[language] }];
		}
	});
}

/** A configuration as it may be kept. Throws a {@link Refusal} 422 with a sentence for each field that is wrong. */
export async function checkWidget(
	site: PublishedSite,
	name: string,
	body: unknown,
	language: Language,
): Promise<{ name: string; kind: WidgetKind; attributes: WidgetAttributes }> {
	const errors: FieldProblem[] = [];
	const slug = Slug.safeParse(name);
	if (!slug.success)
		errors.push(
			...fieldProblems(
				slug.error.issues.map((issue) => ({ ...issue, path: ["name"] })),
				{ name },
				language,
			),
		);
	const input = Body.safeParse(body);
	if (!input.success) errors.push(...fieldProblems(input.error.issues, body, language));
	else {
		const { kind } = input.data;
		const { attributes, problems } = readAttributes(kind, input.data.attributes);
		errors.push(...problems.map((one) => ({ field: `attributes.${one.name}`, message: one.sentence[language] })));
		errors.push(...(await unknownInRegion(site, kind, attributes, language)));
		if (!attributes.region && !attributes.src && !problems.some(({ name: at }) => at === "region" || at === "src")) {
			errors.push({
				field: "attributes.region",
				message:
					language === "en" ? "Choose a region, or give a feed in src." : "Kies een regio, of geef een feed in src.",
			});
		}
		if (errors.length === 0) return { name, kind, attributes };
	}
	throw new Refusal(
		422,
		"invalid-widget",
		{ nl: "De widget klopt niet en is niet opgeslagen.", en: "The widget is not right and was not saved." },
		{ errors },
	);
}

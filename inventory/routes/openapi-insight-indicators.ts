import { json, object, query, reference, refused } from "./openapi-parts.ts";

const text = { type: "string" };
const count = { type: "integer" };
const sentence = object({ nl: text, en: text });
const refusals = {
	400: refused("A parameter that is not right"),
	401: refused("Not signed in"),
	403: refused("Not in this region"),
	404: refused("No such region"),
};

/** The figures of a region. */
export const indicatorPaths = {
	"/api/v1/indicators": {
		get: {
			summary:
				"The indicators of a region with their last value, target and distance; those without fresh figures first",
			parameters: [{ ...query("region"), required: true }],
			responses: {
				200: json(
					object({
						items: {
							type: "array",
							items: object({
								id: { type: "string", format: "uuid" },
								title: text,
								unit: text,
								state: text,
								observations: count,
								latest: { type: ["object", "null"], description: "Period, value, unit and slice" },
								target: { type: ["object", "null"], description: "Value, unit, bound and period" },
								distance: { type: ["object", "null"], description: "In words, nl and en, and whether it is reached" },
								updatedAt: { type: "string", format: "date-time" },
								stale: { type: "boolean", description: "Nothing was measured of the last two years" },
							}),
						},
					}),
					"Every indicator that is not archived",
				),
				...refusals,
			},
		},
		post: {
			summary: "Adds an indicator to a region, in review: edited and published from there like the rest",
			requestBody: {
				required: true,
				content: { "application/json": { schema: object({ region: text, record: reference("indicator") }) } },
			},
			responses: {
				201: {
					...json(object({ id: { type: "string", format: "uuid" }, revision: count }), "The record that it became"),
					headers: { Location: { description: "The record in this API", schema: { type: "string" } } },
				},
				...refusals,
				409: refused("Another indicator of the region has this title or slug"),
				413: refused("More than 1,024 kB"),
				422: refused("Not an indicator; `errors` has a sentence for each wrong field"),
			},
		},
	},
	"/api/v1/indicators/observations": {
		post: {
			summary: "Brings a table of observations to the indicators that it names; rows that are not right come back",
			requestBody: {
				required: true,
				content: {
					"application/json": {
						schema: {
							...object({
								region: text,
								text: {
									type: "string",
									description:
										"Cells apart by comma, semicolon or tab. Columns: indicator (slug, id or title), period, value, note, version; any other is a breakdown",
								},
								trial: { type: "boolean", description: "Say what would happen, and change nothing" },
							}),
							required: ["region", "text"],
						},
					},
				},
			},
			responses: {
				200: json(
					object({
						added: count,
						changed: count,
						unchanged: count,
						indicators: { type: "array", items: object({ id: text, title: text, toPublish: { type: "boolean" } }) },
						bad: {
							type: "array",
							items: object({ row: count, text, problems: { type: "array", items: sentence } }),
						},
						heading: { type: ["string", "null"] },
					}),
					"What was taken, and what was not",
				),
				...refusals,
				413: refused("More than 5,000 kB"),
				422: refused("No column for the period or the value"),
			},
		},
	},
};

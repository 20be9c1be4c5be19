import { columnAxes, rowAxes } from "../../shared/insight/coverage/axes.ts";
import { json, object, query, refused } from "./openapi-parts.ts";

const choice = (name: string, values: readonly string[], description: string) => ({
	...query(name),
	description,
	schema: { enum: values },
});
const parameters = [
	{ ...query("region"), required: true },
	{ ...query("with"), description: "A second region, set beside the first" },
	choice("rows", rowAxes, "What initiatives serve"),
	choice("columns", columnAxes, "For whom, where or how wide"),
	choice("of", ["published", "all"], "What the public sees, or all that is not archived"),
];
const lines = {
	type: "array",
	items: object({ code: { type: "string" }, ids: { type: "array", items: { type: "string", format: "uuid" } } }),
};
const matrix = object({
	axes: object({ rows: { enum: rowAxes }, columns: { enum: columnAxes } }),
	rows: { ...lines, description: 'In the order of the vocabulary; "" has those with nothing there' },
	columns: lines,
	cells: { type: "array", description: "By row, then column: the ids of the initiatives there" },
	whiteSpots: {
		type: "array",
		items: object({ row: { type: "string" }, column: { type: "string" } }),
	},
	total: { type: "integer" },
});
const refusals = {
	400: refused("A parameter that is not right"),
	401: refused("Not signed in"),
	403: refused("Not in this region"),
	404: refused("No such region"),
};

/** The coverage matrix. */
export const coveragePaths = {
	"/api/v1/coverage": {
		get: {
			summary: "How many initiatives serve which goal, for whom or where, which, and the white spots",
			parameters,
			responses: {
				200: json(
					object({
						regions: {
							type: "array",
							items: object({ id: { type: "string" }, name: { type: "string" }, coverage: matrix }),
						},
						initiatives: { type: "array", items: { type: "object" } },
						others: { type: "array", description: "Regions to compare with", items: { type: "object" } },
						more: { type: "boolean", description: "There are more initiatives than were counted" },
					}),
					"A matrix for each region",
				),
				...refusals,
			},
		},
	},
	"/api/v1/coverage.csv": {
		get: {
			summary: "The same as CSV, a line for each cell; `lang` is nl or en",
			parameters: [...parameters, query("lang")],
			responses: { 200: { description: "CSV (RFC 4180) in UTF-8", content: { "text/csv": {} } }, ...refusals },
		},
	},
};

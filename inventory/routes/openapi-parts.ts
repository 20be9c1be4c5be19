/** The words in which the API is described. */

export const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const json = (schema: unknown, description: string) => ({
	description,
	content: { "application/json": { schema } },
});
export const refused = (description: string) => ({
	description,
	content: { "application/problem+json": { schema: reference("Problem") } },
});
export const path = (name: string) => ({ name, in: "path", required: true, schema: { type: "string" } });
export const header = (name: string) => ({ name, in: "header", schema: { type: "string" } });
export const query = (name: string) => ({ name, in: "query", schema: { type: "string" } });

export const object = (properties: Record<string, unknown>, required: readonly string[] = Object.keys(properties)) => ({
	type: "object",
	properties,
	required,
});
export const form = (properties: Record<string, unknown>, required: readonly string[]) => ({
	required: true,
	content: { "application/x-www-form-urlencoded": { schema: object(properties, required) } },
});

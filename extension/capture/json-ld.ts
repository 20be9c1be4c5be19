import { decodeEntities, type Json, parseJsonLd } from "../../shared/formats/json-ld.ts";
import { localName, type Thing, type Value } from "./things.ts";

const asList = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

function toValues(json: Json, depth: number): Value[] {
	if (json === null || json === "") return [];
	if (Array.isArray(json)) return json.flatMap((item) => toValues(item, depth));
	if (typeof json !== "object") return [decodeEntities(String(json))];
	if ("@value" in json) return toValues(json["@value"] ?? null, depth);
	if ("@list" in json) return toValues(json["@list"] ?? null, depth);
	return depth > 20 ? [] : [toThing(json, depth + 1)];
}

function toThing(json: { [key: string]: Json }, depth: number): Thing {
	const values = new Map<string, Value[]>();
	for (const [key, value] of Object.entries(json))
		if (!key.startsWith("@")) values.set(localName(key), toValues(value, depth));
	const id = json["@id"];
	return {
		types: asList(json["@type"]).map((type) => localName(String(type))),
		id: typeof id === "string" ? id : undefined,
		values,
		from: "json-ld",
	};
}

/** The items at the top of a block: alone, in an array, in `@graph`, in any of these again. */
function rootsOf(json: Json | undefined): Thing[] {
	if (Array.isArray(json)) return json.flatMap(rootsOf);
	if (json === null || typeof json !== "object") return [];
	const graph = asList(json["@graph"]).flatMap(rootsOf);
	const own = Object.keys(json).some((key) => key !== "@context" && key !== "@graph" && key !== "@id");
	return own ? [toThing(json, 0), ...graph] : graph;
}

/** Every item in the page's JSON-LD blocks. Blocks that are no JSON are skipped. */
export function readJsonLd(document: Document): Thing[] {
	return [...document.querySelectorAll('script[type^="application/ld+json" i]')].flatMap((script) =>
		rootsOf(parseJsonLd(script.textContent ?? "")),
	);
}

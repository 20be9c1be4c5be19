import { json, path, reference, refused } from "./openapi-parts.ts";

const form = (summary: string, type: string) => ({
	get: {
		summary,
		security: [],
		parameters: [path("region")],
		responses: {
			200: { description: "The whole network", content: { [type]: {} } },
			400: refused("It takes no parameters"),
			404: refused("No such region"),
		},
	},
});

/** The network of a region. */
export const networkPaths = {
	"/feeds/{region}/network.json": {
		get: {
			summary: "Who works with whom, and through what",
			security: [],
			parameters: [path("region")],
			responses: {
				200: json(reference("Network"), "The whole network"),
				400: refused("It takes no parameters"),
				404: refused("No such region"),
			},
		},
	},
	"/feeds/{region}/network.graphml": form("The network as GraphML", "application/xml"),
	"/feeds/{region}/network.kumu.json": form("The network as Kumu imports it", "application/json"),
	"/feeds/{region}/network.csv": form("The links of the network, a row each", "text/csv"),
	"/feeds/{region}/network-nodes.csv": form("The nodes of the network, a row each", "text/csv"),
};

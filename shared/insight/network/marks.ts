import type { NetworkNode } from "../../model/network.ts";
import type { NodeKind } from "../../vocabularies/network.ts";
import type { PartnerKind } from "../../vocabularies/partner-kinds.ts";

/** How a node is drawn: by shape and by colour, so that neither is needed to tell kinds apart. */
export interface Mark {
	/** Corners around the middle, within a circle of radius 1; none: that circle. */
	corners: readonly (readonly [x: number, y: number])[];
	/** On a light background and on a dark one; at least 3 to 1 against white and against #19212b. */
	light: string;
	dark: string;
}

/** `turn` in parts of a whole turn; with `inner` every other corner lies that far from the middle. */
function polygon(count: number, turn = 0, inner = 1): readonly (readonly [number, number])[] {
	return Array.from({ length: count }, (_, index) => {
		const angle = (index / count + turn - 0.25) * 2 * Math.PI;
		const reach = index % 2 ? inner : 1;
		return [round(Math.cos(angle) * reach), round(Math.sin(angle) * reach)] as const;
	});
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** Kinds of node in the legend: organisations by their own kind. */
export type MarkName = Exclude<NodeKind, "organization"> | PartnerKind | "organization";

export const marks = {
	education: { corners: [], light: "#0b62ad", dark: "#6cb6ff" },
	business: { corners: polygon(4, 1 / 8), light: "#a84b00", dark: "#ffab5e" },
	government: { corners: polygon(5), light: "#6941b8", dark: "#bda7ff" },
	network: { corners: polygon(6), light: "#00716a", dark: "#4fd1c0" },
	organization: { corners: polygon(8, 1 / 16), light: "#4b5563", dark: "#b6c2cf" },
	programme: { corners: polygon(10, 0, 0.5), light: "#a61e4d", dark: "#ff8fab" },
	initiative: { corners: polygon(4), light: "#c2255c", dark: "#ffa3c0" },
	event: { corners: polygon(3), light: "#7a5f00", dark: "#e6c84f" },
	fund: { corners: polygon(3, 1 / 2), light: "#2d6a1f", dark: "#8fd36b" },
} as const satisfies Record<MarkName, Mark>;

export const markNames = Object.keys(marks) as readonly MarkName[];

export const markOf = ({ kind, organizationKind }: Pick<NetworkNode, "kind" | "organizationKind">): MarkName =>
	kind === "organization" ? (organizationKind ?? kind) : kind;

/** Radius in the units of the picture: who has more links is larger. */
export const radiusOf = ({ degree }: Pick<NetworkNode, "degree">): number => Math.min(5 + Math.sqrt(degree) * 1.7, 18);

/** The corners as the `d` of an SVG path, with the middle at `x`, `y`. */
export function pathOf(name: MarkName, x: number, y: number, radius: number): string {
	const { corners }: Mark = marks[name];
	const at = (value: number) => String(Math.round(value * 10) / 10);
	if (corners.length === 0) {
		const r = at(radius);
		return `M${at(x - radius)} ${at(y)}a${r} ${r} 0 1 0 ${at(radius * 2)} 0a${r} ${r} 0 1 0 ${at(radius * -2)} 0z`;
	}
	// Pointed shapes look smaller than a circle of the same radius.
	const larger = radius * 1.25;
	return `M${corners.map(([dx, dy]) => `${at(x + dx * larger)} ${at(y + dy * larger)}`).join("L")}z`;
}

/** What WCAG 2.2 asks of the contrast between text and what is behind it (success criterion 1.4.3, level AA). */
export const textContrast = 4.5;

type Rgb = readonly [red: number, green: number, blue: number];

const rgbOf = (color: string): Rgb => {
	const number = Number.parseInt(color.slice(1), 16);
	return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
};
const hexOf = (rgb: Rgb): string =>
	`#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceOf(color: string): number {
	const [red, green, blue] = rgbOf(color).map((channel) => {
		const part = channel / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio of two `#rrggbb` colours: 1 to 21, whichever is in front. */
export function contrastOf(one: string, other: string): number {
	const [high = 0, low = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
	return (high + 0.05) / (low + 0.05);
}

/** Rounded down to a tenth, as people write it: what does not reach 4.5 may never read as 4.5. */
export const flooredRatio = (ratio: number): number => Math.floor(ratio * 10) / 10;

/** Of black and white the one that stands out most against `background`; one of them always reaches 4.5. */
export const textOn = (background: string): "#ffffff" | "#000000" =>
	contrastOf("#ffffff", background) >= contrastOf("#000000", background) ? "#ffffff" : "#000000";

/**
 * The colour nearest to `color`, on its way to black or white, that is readable as text on `background`; the colour
 * itself when it is already.
 */
export function readableOn(color: string, background: string): string {
	if (contrastOf(color, background) >= textContrast) return color;
	const [from, to] = [rgbOf(color), rgbOf(textOn(background))];
	for (let step = 1; step < 100; step++) {
		const mix = (at: 0 | 1 | 2) => from[at] + ((to[at] - from[at]) * step) / 100;
		const mixed = hexOf([mix(0), mix(1), mix(2)]);
		if (contrastOf(mixed, background) >= textContrast) return mixed;
	}
	return hexOf(to);
}

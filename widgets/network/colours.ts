/** What the picture is drawn in: taken from the page, as a canvas does not inherit. */
export interface Colours {
	text: string;
	/** Behind names, so that they can be read over lines. */
	ground: string;
	dark: boolean;
	/** Of what was chosen. */
	focus: string;
	/** The visitor's own few colours: every mark in that of the text. */
	forced: boolean;
	font: string;
}

const opaque = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*\)$/;

const rgbOf = (colour: string): readonly number[] | undefined => opaque.exec(colour)?.slice(1, 4).map(Number);

const lightness = (rgb: readonly number[]) => {
	const [red = 0, green = 0, blue = 0] = rgb;
	return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
};

/** The nearest background that hides what is behind it, through shadow roots and slots. */
function groundOf(element: Element): string | undefined {
	for (let node: Node | null = element; node; ) {
		if (node instanceof Element) {
			const { backgroundColor } = getComputedStyle(node);
			if (rgbOf(backgroundColor)) return backgroundColor;
		}
		node = node instanceof ShadowRoot ? node.host : (node instanceof Element && node.assignedSlot) || node.parentNode;
	}
	return undefined;
}

/** As they are now at `element`. On paper the background is white whatever the page says. */
export function coloursAt(element: Element, paper: boolean): Colours {
	const style = getComputedStyle(element);
	const forced = matchMedia("(forced-colors: active)").matches;
	const text = style.color;
	const found = paper && !forced ? "rgb(255, 255, 255)" : groundOf(element);
	const textRgb = rgbOf(text);
	// Where neither is plain, light text means a dark background.
	const dark = found ? lightness(rgbOf(found) ?? []) < 0.4 : !!textRgb && lightness(textRgb) > 0.55;
	return {
		text: paper && !forced ? "#1b2430" : text,
		ground: found ?? (dark ? "#19212b" : "#fff"),
		dark,
		focus: forced ? text : dark ? "#ffd166" : "#0b2a6b",
		forced,
		font: style.fontFamily,
	};
}

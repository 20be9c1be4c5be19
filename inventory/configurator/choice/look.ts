/**
 * The looks that a partner can choose here: custom properties of the widgets, without their `--techniek-`. Each value has
 * a form that nothing can hide in, since it goes into a style sheet on somebody else's site.
 */
export const lookNames = [
	"link-color",
	"button-background-color",
	"button-color",
	"radius",
	"gap",
	"min-height",
] as const;
export type LookName = (typeof lookNames)[number];
export type Look = Partial<Record<LookName, string>>;

/** Colours as `<input type="color">` gives them; lengths in whole pixels. */
const forms: Readonly<Record<"color" | "length", RegExp>> = {
	color: /^#[0-9a-f]{6}$/,
	length: /^\d{1,4}px$/,
};

export const isColor = (name: LookName): boolean => name.endsWith("color");

/** The value as it may stand in a style sheet, or undefined. `#ABC` becomes `#aabbcc`, `8` becomes `8px`. */
export function lookValue(name: LookName, text: string): string | undefined {
	const plain = text.trim().toLowerCase();
	if (!isColor(name)) {
		const length = /^\d+$/.test(plain) ? `${plain}px` : plain;
		return forms.length.test(length) ? length : undefined;
	}
	const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(plain);
	const color = short
		? `#${short
				.slice(1)
				.map((digit) => digit + digit)
				.join("")}`
		: `#${plain.replace(/^#/, "")}`;
	return forms.color.test(color) ? color : undefined;
}

export const propertyOf = (name: LookName): string => `--techniek-${name}`;

/** The rule that gives `selector` this look; undefined when nothing was chosen. */
export function lookRule(selector: string, look: Look): string | undefined {
	const lines = lookNames.flatMap((name) => {
		const value = look[name];
		if (value === undefined) return [];
		// In the page's own style, since a property of ours does nothing before the script is there.
		if (name === "min-height") return ["  display: block;", `  min-height: ${value};`];
		return [`  ${propertyOf(name)}: ${value};`];
	});
	return lines.length > 0 ? [`${selector} {`, ...lines, "}"].join("\n") : undefined;
}

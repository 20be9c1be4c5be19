import type { Item } from "../../../shared/model/feed.ts";
import type { Region } from "../../../shared/model/region.ts";
import { RecordId, Slug } from "../../../shared/model/values.ts";
import {
	type AttributeProblem,
	attributesOf,
	ManagedWidget,
	readAttributes,
	type WidgetAttributes,
	type WidgetKind,
} from "../../../shared/model/widget.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { type Look, lookNames, lookValue } from "../../configurator/choice/look.ts";
import type { PublishedSite } from "../../publish/site.ts";
import type { WidgetFiles } from "../managed/widget-files.ts";

interface Common {
	kind: WidgetKind;
	language: Language;
	theme: "auto" | "light" | "dark";
}

export interface ListChoice extends Common {
	shows: "list";
	/** Not there for a managed widget that reads a feed of somebody else's. */
	region: Region | undefined;
	/** As given in the address, without those of the managed widget. */
	attributes: WidgetAttributes;
	look: Look;
	widget: ManagedWidget | undefined;
}

export interface ItemChoice extends Common {
	shows: "item";
	region: Region;
	item: Item;
}

/** What a frame shows: a list as its element shows it, or one published item. */
export type FrameChoice = ListChoice | ItemChoice;

/** Nothing to show: 400 for an address that is wrong, 404 for something that is not (or no longer) there. */
export interface FrameRefusal {
	status: 400 | 404;
	problems: AttributeProblem[];
}

/** Before the name of a custom property, as in the configurator's addresses. */
export const lookPrefix = "style.";

const problem = (name: string, nl: string, en: string): AttributeProblem => ({ name, sentence: { nl, en } });
const refuse = (status: 400 | 404, ...problems: AttributeProblem[]): FrameRefusal => ({ status, problems });

async function managedWidget(
	files: WidgetFiles,
	name: string,
	kind: WidgetKind,
): Promise<ManagedWidget | FrameRefusal> {
	const slug = Slug.safeParse(name);
	const file = slug.success ? await files.read(slug.data) : undefined;
	if (!file) {
		const missing = problem(
			"widget",
			"Er is geen widget met deze naam (meer).",
			"There is no widget of this name (any more).",
		);
		return refuse(404, missing);
	}
	const widget = ManagedWidget.parse(JSON.parse(new TextDecoder().decode(file.identity)));
	if (widget.kind === kind) return widget;
	const other = `/embed/frame/${widget.kind}?widget=${widget.name}`;
	return refuse(
		400,
		problem(
			"widget",
			`Deze widget is van een andere soort: gebruik ${other}.`,
			`This widget is of another kind: use ${other}.`,
		),
	);
}

/** Apart from the attributes: `style.<name>`, the custom properties that the page around a frame cannot set. */
function takeLook(given: Record<string, string | undefined>) {
	const look: Look = {};
	const rest: Record<string, string | undefined> = {};
	const problems: AttributeProblem[] = [];
	for (const [parameter, text = ""] of Object.entries(given)) {
		if (!parameter.startsWith(lookPrefix)) {
			Object.defineProperty(rest, parameter, { value: text, enumerable: true });
			continue;
		}
		const name = lookNames.find((one) => lookPrefix + one === parameter);
		const value = name && lookValue(name, text);
		if (name && value) look[name] = value;
		else if (name && text === "") continue;
		else if (name) {
			problems.push(
				problem(
					parameter,
					"Geef een kleur als #0b5a7d, of een maat in hele pixels als 8px.",
					"Give a colour as #0b5a7d, or a length in whole pixels as 8px.",
				),
			);
		} else {
			const known = lookNames.map((one) => lookPrefix + one).join(", ");
			problems.push(problem(parameter, `Kies uit: ${known}.`, `Choose from: ${known}.`));
		}
	}
	return { look, rest, problems };
}

/**
 * What the parameters of a frame's address ask for: the attributes of the element and `style.<name>` for its look, `widget` for
 * a managed one, or `item` for one item of the region. A name or value that is not understood is refused: a typing error must not give another list.
 */
export async function resolveFrame(
	{ site, widgets }: { site: PublishedSite; widgets: WidgetFiles },
	kind: WidgetKind,
	parameters: URLSearchParams,
): Promise<FrameChoice | FrameRefusal> {
	const names = [...new Set(parameters.keys())];
	const given: Record<string, string | undefined> = Object.fromEntries(
		names.map((name) => [name, parameters.getAll(name).join(",")]),
	);
	const { widget: widgetName, item: itemId, src, ...others } = given;
	const { look, rest, problems: wrongLooks } = takeLook(others);
	const { attributes, problems } = readAttributes(kind, rest, [
		...attributesOf(kind).filter((name) => name !== "src"),
		"widget",
		"item",
	]);
	problems.push(...wrongLooks);
	if (src !== undefined) {
		// Else any feed, with any text and links in it, could be shown under our name.
		problems.push(
			problem(
				"src",
				"Een eigen feed kan alleen in het element op uw eigen pagina, niet in een frame.",
				"A feed of your own goes only in the element on your own page, not in a frame.",
			),
		);
	}
	const beside = Object.keys(attributes).filter((name) => !["region", "lang", "theme"].includes(name));
	if (itemId !== undefined && (beside.length > 0 || widgetName !== undefined || Object.keys(look).length > 0)) {
		problems.push(
			problem(
				"item",
				"Naast item kunt u alleen region, lang en theme geven.",
				"Beside item you can give only region, lang and theme.",
			),
		);
	}
	if (problems.length > 0) return refuse(400, ...problems);

	const widget = widgetName === undefined ? undefined : await managedWidget(widgets, widgetName, kind);
	if (widget && "status" in widget) return widget;
	const standing = { ...widget?.attributes, ...attributes };
	const common: Common = {
		kind,
		language: standing.lang?.toLowerCase().startsWith("en") ? "en" : "nl",
		theme: standing.theme === "light" || standing.theme === "dark" ? standing.theme : "auto",
	};
	if (!standing.region) {
		if (standing.src && widget) return { shows: "list", ...common, region: undefined, attributes, look, widget };
		return refuse(
			400,
			problem(
				"region",
				"Geef een regio, zoals region=midden-brabant.",
				"Give a region, such as region=midden-brabant.",
			),
		);
	}
	const region = await site.region(standing.region);
	if (!region) {
		const known = (await site.regions()).map((one) => one.id).join(", ");
		return refuse(
			404,
			problem(
				"region",
				`Deze regio kennen we niet. Kies uit: ${known}.`,
				`We do not know this region. Choose from: ${known}.`,
			),
		);
	}
	if (itemId === undefined) return { shows: "list", ...common, region, attributes, look, widget };
	const id = RecordId.safeParse(itemId);
	const items: readonly Item[] = (await site.items(region.id, kind))?.items ?? [];
	const item = id.success ? items.find((one) => one.id === id.data) : undefined;
	if (item) return { shows: "item", ...common, region, item };
	return refuse(404, problem("item", "Dit item is er niet (meer).", "This item is not there (any more)."));
}

/** The address of the frame that shows `choice`. */
export function frameAddress(publicUrl: string, choice: FrameChoice): string {
	const parameters = new URLSearchParams();
	if (choice.shows === "item") {
		parameters.set("region", choice.region.id);
		parameters.set("item", choice.item.id);
		if (choice.language === "en") parameters.set("lang", "en");
		if (choice.theme !== "auto") parameters.set("theme", choice.theme);
	} else {
		if (choice.widget) parameters.set("widget", choice.widget.name);
		for (const [name, value] of Object.entries(choice.attributes)) if (value !== undefined) parameters.set(name, value);
		for (const [name, value] of Object.entries(choice.look)) parameters.set(lookPrefix + name, value);
	}
	return `${publicUrl}/embed/frame/${choice.kind}?${parameters}`;
}

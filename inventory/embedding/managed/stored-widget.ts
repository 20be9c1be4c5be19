import { asc, eq } from "drizzle-orm";
import type { StaffWidget } from "../../../shared/model/widget.ts";
import { may, requireRole } from "../../access/permission.ts";
import type { Database } from "../../db/open.ts";
import { widgets } from "../../db/schema.ts";
import type { Actor } from "../../records/context.ts";
import { digestOf } from "../../records/digest.ts";
import { notFound, Refusal } from "../../records/refusal.ts";
import type { WidgetRow } from "./widget-files.ts";

/** With what its strong ETag is made of: the same configuration has the same tag, whoever saved it. */
export interface WidgetView {
	tag: string;
	widget: StaffWidget;
}

export const viewOf = ({ name, kind, attributes, updatedAt, updatedBy }: WidgetRow): WidgetView => ({
	tag: `"${digestOf({ name, kind, attributes }).slice(0, 27)}"`,
	widget: { name, kind, attributes, updatedAt: updatedAt.toISOString(), updatedBy },
});

/** The headers of RFC 9110 with which a client guards against overwriting what it has not seen. */
export interface Conditions {
	ifMatch?: string | undefined;
	/** `*`: only when there is none of that name yet. */
	ifNoneMatch?: string | undefined;
}

const names = (header: string, tag: string) =>
	header.split(",").some((one) => one.trim() === tag || one.trim() === "*");

/** Throws a {@link Refusal} 412 when what stands is not what the client said it must be. */
export function checkConditions(row: WidgetRow | undefined, { ifMatch, ifNoneMatch }: Conditions): void {
	if (ifMatch !== undefined && !(row && names(ifMatch, viewOf(row).tag))) {
		throw new Refusal(412, "changed", {
			nl: "Iemand anders heeft deze widget intussen gewijzigd of verwijderd. Laad haar opnieuw.",
			en: "Somebody else changed or removed this widget in the meantime. Load it again.",
		});
	}
	if (ifNoneMatch !== undefined && row && names(ifNoneMatch, viewOf(row).tag)) {
		throw new Refusal(412, "name-taken", {
			nl: "Er is al een widget met deze naam. Kies een andere naam.",
			en: "There is a widget of this name already. Choose another name.",
		});
	}
}

export const widgetNotFound = () =>
	notFound({
		nl: "Er is geen widget met deze naam (meer). Controleer de naam, of maak haar in de configurator.",
		en: "There is no widget of this name (any more). Check the name, or make it in the configurator.",
	});

/** Those of the regions in which `actor` is an editor; one without a region is seen by every editor. */
export async function listWidgets(db: Database, actor: Actor): Promise<StaffWidget[]> {
	const rows = await db.select().from(widgets).orderBy(asc(widgets.name));
	return rows
		.filter(({ attributes: { region } }) => region === undefined || may(actor, "editor", region))
		.map((row) => viewOf(row).widget);
}

/** Throws 404, or 403 for another region's. */
export async function readWidget(db: Database, actor: Actor, name: string): Promise<WidgetView> {
	const [row] = await db.select().from(widgets).where(eq(widgets.name, name));
	if (!row) throw widgetNotFound();
	if (row.attributes.region !== undefined) requireRole(actor, "editor", row.attributes.region);
	return viewOf(row);
}

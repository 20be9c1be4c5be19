import * as z from "zod/mini";
import { WidgetAttributes, type WidgetKind, widgetKinds } from "../../../shared/model/widget.ts";
import { parsed, type Session, type StaffApiOptions, sessionOf, staffApi } from "../../browser/staff-api.ts";

/** A configuration that staff keep under a name, as the staff API gives it. */
export const SavedWidget = z.object({
	name: z.string(),
	kind: z.enum(widgetKinds),
	attributes: WidgetAttributes,
	updatedAt: z.string(),
});
export type SavedWidget = z.infer<typeof SavedWidget>;

const SavedWidgets = z.object({ items: z.array(SavedWidget) });

/** The part of the staff API that is about widgets. Each throws a `Failure`. */
export interface WidgetClient extends Session {
	widgets(): Promise<SavedWidget[]>;
	/** `replace` false: fails with 412 when there is one of that name already. */
	save(
		name: string,
		widget: { kind: WidgetKind; attributes: WidgetAttributes },
		options: { replace: boolean },
	): Promise<SavedWidget>;
	remove(name: string): Promise<void>;
}

export function widgetClient(options: StaffApiOptions): WidgetClient {
	const call = staffApi(options);
	const address = (name: string) => `/widgets/${encodeURIComponent(name)}`;
	return {
		...sessionOf(call),
		widgets: async () => parsed(SavedWidgets, await call("GET", "/widgets")).items,
		save: async (name, widget, { replace }) =>
			parsed(
				SavedWidget,
				await call("PUT", address(name), { body: widget, ...(!replace && { headers: { "if-none-match": "*" } }) }),
			),
		async remove(name) {
			await call("DELETE", address(name));
		},
	};
}

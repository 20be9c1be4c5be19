import { expect, it } from "vitest";
import { filterNamesOf, viewsOf, widgetAttributes } from "../../shared/model/widget.ts";
import { attributes, filterNames } from "../../widgets/element/settings.ts";

/** The elements keep a list of their own, so that partners' pages need not load the service's. */

it("gives the service and the elements the same attributes", () => {
	expect([...widgetAttributes, "widget"].sort()).toEqual([...attributes].sort());
});

it("gives both the same filters", () => {
	expect(filterNamesOf("opportunities")).toEqual(filterNames);
});

it("lets the service ask only for views that the elements have", async () => {
	const { views } = await import("../../shared/list/look.ts");
	expect(new Set(Object.values(viewsOf).flat())).toEqual(new Set(views));
});

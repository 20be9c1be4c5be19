/**
 * What an element or page looks like, as data: lit-html draws it in a browser, the inventory writes it as HTML. The shape is
 * lit-html's own `TemplateResult` (https://lit.dev/docs/api/templates/#TemplateResult), made without lit-html, so that the
 * domain and the parts that load later need no copy of it. Values go in as text, never as HTML.
 */
export interface Template {
	readonly _$litType$: 1;
	readonly strings: TemplateStringsArray;
	readonly values: unknown[];
}

export const html = (strings: TemplateStringsArray, ...values: unknown[]): Template => ({
	// The name is lit-html's mark of an HTML template.
	_$litType$: 1,
	strings,
	values,
});

/** Stands for "nothing here": a child that is left out, an attribute that is not there. Known to lit-html by its name. */
export const nothing = Symbol.for("lit-nothing");
export type Nothing = typeof nothing;

import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Template } from "../../shared/list/template.ts";
import { draw } from "../draw/draw.ts";

/** Of Lit's own interface what is used: no controller ever leaves its element. */
export type ControllerHost = Omit<ReactiveControllerHost, "removeController">;

/**
 * The part of LitElement that the widgets need: one render for all changes of a moment, and controllers (Lit's own
 * interface). Settings are attributes and nothing else, so that reactive properties, 2 kB on every partner's page, can
 * stay out.
 */
export abstract class WidgetElement extends HTMLElement implements ControllerHost {
	/** Settles when what was asked for so far is on screen; while the element is not in a page nothing is. */
	updateComplete = Promise.resolve(true);
	readonly root: ShadowRoot;
	/** Whether the shadow tree still is the one that came with the page, written by the inventory. */
	protected declared: boolean;
	#controllers: ReactiveController[] = [];
	#pending = false;

	constructor(styles: CSSStyleSheet) {
		super();
		this.declared = !!this.shadowRoot;
		this.root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
		this.root.adoptedStyleSheets = [styles];
	}

	/** What the element looks like now, or nothing to leave it as it is; called only while it is in a page. */
	protected abstract render(): Template | undefined;

	/** After each drawing. */
	protected updated() {}

	addController(controller: ReactiveController) {
		this.#controllers.push(controller);
	}

	requestUpdate() {
		if (this.#pending) return;
		this.#pending = true;
		this.updateComplete = Promise.resolve().then(() => {
			try {
				const template = this.isConnected && this.render();
				if (template) this.#draw(template);
			} finally {
				this.#pending = false;
			}
			if (this.isConnected) this.updated();
			return true;
		});
	}

	#draw(template: Template) {
		const { root } = this;
		const focused = this.declared ? root.activeElement?.getAttribute("href") : undefined;
		if (this.declared) root.replaceChildren();
		this.declared = false;
		draw(template, root);
		if (focused) root.querySelector<HTMLElement>(`[href="${CSS.escape(focused)}"]`)?.focus();
	}

	connectedCallback() {
		for (const controller of this.#controllers) controller.hostConnected?.();
		this.requestUpdate();
	}

	disconnectedCallback() {
		for (const controller of this.#controllers) controller.hostDisconnected?.();
	}

	attributeChangedCallback() {
		this.requestUpdate();
	}
}

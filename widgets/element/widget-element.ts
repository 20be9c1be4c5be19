import type { ReactiveController, ReactiveControllerHost } from "lit";
import { render, type TemplateResult } from "lit/html.js";

/**
 * The part of LitElement that the widgets need: one render for all changes of a moment, and controllers. Settings are
 * attributes and nothing else, so that Lit's reactive properties, 2 kB on every partner's page, can stay out; templates
 * and controllers are Lit's own.
 */
export abstract class WidgetElement extends HTMLElement implements ReactiveControllerHost {
	/** Settles when what was asked for so far is on screen; while the element is not in a page nothing is. */
	updateComplete = Promise.resolve(true);
	protected readonly root: ShadowRoot;
	#controllers = new Set<ReactiveController>();
	#pending = false;

	constructor(styles: CSSStyleSheet) {
		super();
		this.root = this.attachShadow({ mode: "open" });
		this.root.adoptedStyleSheets = [styles];
	}

	/** What the element looks like now; called only while it is in a page. */
	protected abstract render(): TemplateResult;

	addController(controller: ReactiveController) {
		this.#controllers.add(controller);
	}

	removeController(controller: ReactiveController) {
		this.#controllers.delete(controller);
	}

	requestUpdate() {
		if (this.#pending) return;
		this.#pending = true;
		this.updateComplete = Promise.resolve().then(() => {
			try {
				if (this.isConnected) render(this.render(), this.root, { host: this });
			} finally {
				this.#pending = false;
			}
			return true;
		});
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

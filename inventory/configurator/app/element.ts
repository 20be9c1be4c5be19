import { LitElement, type PropertyDeclarations } from "lit";
import { type ConfiguratorMessages, configuratorMessages } from "../../../shared/messages/configurator/messages.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";

/** An element of this page. It renders into itself: one stylesheet serves the page, and labels connect across elements. */
export class PageElement extends LitElement {
	static override properties: PropertyDeclarations = { language: { attribute: false } };
	declare language: Language;

	constructor() {
		super();
		this.language = "nl";
	}

	protected get messages(): ConfiguratorMessages {
		return configuratorMessages[this.language];
	}

	protected override createRenderRoot(): HTMLElement {
		return this;
	}
}

import { LitElement, type PropertyDeclarations } from "lit";
import { type WorkbenchMessages, workbenchMessages } from "../../../shared/messages/workbench/messages.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";

/**
 * An element of our own page. It renders into itself, without shadow root: one stylesheet serves the page, and labels,
 * descriptions and headings connect across elements, which shadow roots prevent.
 */
export class LightElement extends LitElement {
	static override properties: PropertyDeclarations = { language: { attribute: false } };
	declare language: Language;

	constructor() {
		super();
		this.language = "nl";
	}

	protected get messages(): WorkbenchMessages {
		return workbenchMessages[this.language];
	}

	protected override createRenderRoot(): HTMLElement {
		return this;
	}
}

import type { ConfiguratorMessages } from "../../../shared/messages/configurator/messages.ts";
import { type WidgetMessages, widgetMessages } from "../../../shared/messages/widgets.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import type { Choice } from "../choice/choice.ts";
import type { InventoryFacts } from "../snippets/inventory.ts";

/** What each part of the form draws from, and what it changes. */
export interface Form {
	choice: Choice;
	facts: InventoryFacts;
	language: Language;
	messages: ConfiguratorMessages;
	/** `typing` names the field that is being typed into. */
	change(choice: Choice, typing?: string): void;
}

/** The widgets' own words in the language of this page, so that a filter is called here what visitors will read. */
export const widgetWords = (language: Language): WidgetMessages => widgetMessages[language];

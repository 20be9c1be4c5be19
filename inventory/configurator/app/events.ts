import type { Choice } from "../choice/choice.ts";

/** What the page's elements tell the one around them. Each is dispatched on the element it is about. */

const upward = { bubbles: true, composed: true };

/** Somebody chose something. */
export class ChoiceChange extends Event {
	static readonly type = "configurator-choice";
	readonly choice: Choice;
	/** The field that is being typed into: its letters are one step in the browser's history. */
	readonly typing: string | undefined;

	constructor(choice: Choice, typing?: string) {
		super(ChoiceChange.type, upward);
		this.choice = choice;
		this.typing = typing;
	}
}

/** A sentence for the status region, which screen readers speak. */
export class Announcement extends Event {
	static readonly type = "configurator-announce";
	readonly text: string;

	constructor(text: string) {
		super(Announcement.type, upward);
		this.text = text;
	}
}

/** The saved widget that the choice belongs to from now on; undefined: none. */
export class WidgetNamed extends Event {
	static readonly type = "configurator-named";
	readonly widget: string | undefined;

	constructor(widget: string | undefined) {
		super(WidgetNamed.type, upward);
		this.widget = widget;
	}
}

declare global {
	interface GlobalEventHandlersEventMap {
		"configurator-choice": ChoiceChange;
		"configurator-announce": Announcement;
		"configurator-named": WidgetNamed;
	}
}

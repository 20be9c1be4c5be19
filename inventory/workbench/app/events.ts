/** What the workbench's elements tell those around them. Each is dispatched on the element it is about. */

const upward = { bubbles: true, composed: true };

/** Somebody changed a field of the form. `value` undefined takes the field away. */
export class FieldChange extends Event {
	static readonly type = "workbench-field";
	readonly path: string;
	readonly value: unknown;

	constructor(path: string, value: unknown) {
		super(FieldChange.type, upward);
		this.path = path;
		this.value = value;
	}
}

/** A sentence for the status region, which screen readers speak. */
export class Announcement extends Event {
	static readonly type = "workbench-announce";
	readonly text: string;

	constructor(text: string) {
		super(Announcement.type, upward);
		this.text = text;
	}
}

/** The service no longer knows who this is. */
export class SessionEnded extends Event {
	static readonly type = "workbench-session-ended";

	constructor() {
		super(SessionEnded.type, upward);
	}
}

/** A record was saved or changed state: lists that show it are out of date. */
export class RecordChanged extends Event {
	static readonly type = "workbench-record-changed";

	constructor() {
		super(RecordChanged.type, upward);
	}
}

/** The page has a heading to show in the window's title. */
export class PageTitle extends Event {
	static readonly type = "workbench-title";
	readonly text: string;

	constructor(text: string) {
		super(PageTitle.type, upward);
		this.text = text;
	}
}

declare global {
	interface GlobalEventHandlersEventMap {
		"workbench-field": FieldChange;
		"workbench-announce": Announcement;
		"workbench-session-ended": SessionEnded;
		"workbench-record-changed": RecordChanged;
		"workbench-title": PageTitle;
	}
}

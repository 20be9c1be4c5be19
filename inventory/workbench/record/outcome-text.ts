import type { WorkbenchMessages } from "../../../shared/messages/workbench/messages.ts";
import { recordPageMessages } from "../../../shared/messages/workbench/record-page.ts";
import type { Kind } from "../../../shared/model/kinds.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { sentenceOf } from "../../browser/failure.ts";
import { fieldFor } from "../form/fields.ts";
import { agoText } from "../text/dates.ts";
import type { Outcome } from "./record-controller.ts";

export interface OutcomeText {
	text: string;
	tone: "good" | "warn" | "bad" | "";
}

interface About {
	kind: Kind;
	/** Whether visitors still see an earlier version. */
	behind: boolean;
	language: Language;
	messages: WorkbenchMessages;
	now: number;
}

export const fieldLabel = (kind: Kind, key: string, language: Language): string =>
	fieldFor(kind, key)?.label[language] ?? key;

/** What the page says about what happened last. */
export function outcomeText(outcome: Outcome, { kind, behind, language, messages, now }: About): OutcomeText {
	const say = messages.record;
	switch (outcome.what) {
		case "saved":
			return { text: behind ? say.savedUnpublished : say.saved, tone: "good" };
		case "published":
			return { text: say.published, tone: "good" };
		case "archived":
			return { text: say.archived, tone: "warn" };
		case "restored":
			return { text: say.restored, tone: "good" };
		case "nothing-to-save":
			return { text: say.nothingToSave, tone: "" };
		case "draft-discarded":
			return { text: say.draftDiscarded, tone: "" };
		case "draft-restored":
			return { text: say.draftRestored(agoText(outcome.at, language, now)), tone: "warn" };
		case "taken": {
			const fields = outcome.fields.map((field) => fieldLabel(kind, field, language)).join(", ");
			return { text: `${say.saved} ${say.mergedFields(fields)}`, tone: "good" };
		}
		case "done":
			return { text: recordPageMessages[language].done[outcome.done], tone: "good" };
		case "save-first":
			return { text: recordPageMessages[language].saveFirst, tone: "warn" };
		case "invalid":
			return { text: [say.problems(outcome.count), ...outcome.general].join(" "), tone: "bad" };
		case "failed":
			return { text: sentenceOf(outcome.failure, messages), tone: "bad" };
	}
}

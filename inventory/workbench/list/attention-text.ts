import { workListMessages } from "../../../shared/messages/workbench/work-list.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import type { ListedRecord } from "../api/answers.ts";
import { fieldFor } from "../form/fields.ts";
import { agoText, dateText } from "../text/dates.ts";

export interface Reason {
	tone: "bad" | "warn" | "";
	text: string;
}

/** Why a record needs attention, most pressing first; `now` in milliseconds since 1970. */
export function reasonsOf(item: ListedRecord, language: Language, now: number): Reason[] {
	const { attention } = item;
	if (!attention) return [];
	const { why } = workListMessages[language];
	const waits = item.state === "clipped" || item.state === "in-review";
	const today = new Date(now).toISOString().slice(0, 10);
	const inDays = (days: number) => new Date(now + days * 86_400_000).toISOString().slice(0, 10);
	const { missing, twin, startsOn, endsOn, source } = attention;
	const reasons: Reason[] = [];
	if (missing.length > 0) {
		const names = missing.map((key) => fieldFor(item.kind, key)?.label[language].toLowerCase() ?? key);
		reasons.push({ tone: "warn", text: why.missing(names.join(", ")) });
	}
	if (twin) reasons.push({ tone: "warn", text: why.twin });
	if (source) reasons.push({ tone: "bad", text: why.source[source] });
	if (startsOn && startsOn >= today && (startsOn <= inDays(14) || waits)) {
		reasons.push({ tone: startsOn <= inDays(14) && waits ? "bad" : "", text: why.soon(dateText(startsOn, language)) });
	}
	if (endsOn && endsOn >= today && endsOn <= inDays(30)) {
		reasons.push({ tone: "warn", text: why.ends(dateText(endsOn, language)) });
	}
	if (waits && reasons.length === 0)
		reasons.push({ tone: "", text: why.waiting(agoText(item.createdAt, language, now)) });
	return reasons;
}

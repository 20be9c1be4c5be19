import type { ClipKind } from "../../shared/model/clip.ts";
import { findEuros, findFree, findHours, findPay, type WrittenAmount } from "../../shared/text/dutch-amounts.ts";
import type { Facts } from "../draft/fields.ts";
import { type Found, found, quoted, shorten } from "./page.ts";
import { type Source, structuredConfidence } from "./source.ts";
import { textOf, thingOf } from "./things.ts";

const evidenceOf = ({ evidence }: Found) => evidence;

const amountIn = (text: string | undefined) => {
	const amount = Number(text?.replace(",", "."));
	return text !== undefined && text !== "" && Number.isFinite(amount) && amount >= 0 ? amount : undefined;
};

/** An amount that the words before it say is for coming: "Entree: € 3,50", "Kosten 12,50 euro per kind". */
function paidFor(text: string): WrittenAmount | undefined {
	return findEuros(text).find(({ index, exact }) => {
		const before = text.slice(Math.max(0, index - 40), index);
		const after = text.slice(index + exact.length, index + exact.length + 25);
		return (
			/(?:kosten|prijs|entree|toegang|tickets?|kaart(?:je|en)?|deelname|bijdrage|price|admission)[^.!?]*$/i.test(
				before,
			) || /^\s*(?:p\.p|per\s+(?:persoon|kind|deelnemer|kaart|ticket|person))/i.test(after)
		);
	});
}

function priceOf(source: Source): Facts["price"] {
	const { subject, things, main, labels } = source;
	if (subject) {
		const offer = thingOf(things, subject, "offers");
		const amount =
			textOf(things, subject, "isAccessibleForFree")?.toLowerCase() === "true"
				? 0
				: amountIn(offer && textOf(things, offer, "price", "lowPrice"));
		if (amount !== undefined)
			return { value: { amount }, evidence: evidenceOf(found("", subject.from, structuredConfidence)) };
	}
	const label = labels.get("cost");
	if (label) {
		const [euro] = findEuros(label.value);
		const isFree = /^\W*(?:gratis|geen|kosteloos|vrij|niets|free|nihil)/i.test(label.value) || findFree(label.value);
		const amount = isFree ? 0 : euro?.amount;
		const note = shorten(label.value.replace(/\s+/g, " "), 300);
		const isPlain = amount === undefined || /^[\s€\d.,-]*(?:euro)?\.?$/i.test(note);
		const value = { ...(amount !== undefined && { amount }), ...((!isPlain || amount === undefined) && { note }) };
		return { value, evidence: evidenceOf(quoted("", main.text, label.index, label.value, 0.75)) };
	}
	const paid = paidFor(main.text) ?? (/^€/m.test(main.text) ? findEuros(main.text)[0] : undefined);
	if (paid)
		return {
			value: { amount: paid.amount },
			evidence: evidenceOf(quoted("", main.text, paid.index, paid.exact, 0.65)),
		};
	const free = findFree(main.text);
	return free && { value: { amount: 0 }, evidence: evidenceOf(quoted("", main.text, free.index, free.exact, 0.65)) };
}

const units: Readonly<Record<string, "hour" | "month" | "year">> = { HOUR: "hour", MONTH: "month", YEAR: "year" };

function salaryOf({ subject, things, main }: Source): Facts["salary"] {
	const salary = subject && thingOf(things, subject, "baseSalary");
	const value = salary && (thingOf(things, salary, "value") ?? salary);
	if (subject && value) {
		const exactly = amountIn(textOf(things, value, "value"));
		const min = amountIn(textOf(things, value, "minValue")) ?? exactly;
		const max = amountIn(textOf(things, value, "maxValue")) ?? exactly;
		const unit = units[textOf(things, value, "unitText")?.toUpperCase() ?? "MONTH"];
		if (unit && (min !== undefined || max !== undefined)) {
			const evidence = evidenceOf(found("", subject.from, structuredConfidence));
			return { value: { ...(min !== undefined && { min }), ...(max !== undefined && { max }), unit }, evidence };
		}
	}
	const pay = findPay(main.text);
	if (!pay) return undefined;
	const evidence = evidenceOf(quoted("", main.text, pay.index, pay.exact, 0.65));
	return { value: { min: pay.amount, max: pay.upTo ?? pay.amount, unit: pay.unit }, evidence };
}

function hoursOf({ subject, things, main, labels }: Source): Facts["hours"] {
	const label = labels.get("hours");
	const declared = subject && textOf(things, subject, "workHours");
	const inLabel = label && findHours(`uren ${label.value}`);
	if (label && inLabel)
		return {
			value: { min: inLabel.min, max: inLabel.max },
			evidence: evidenceOf(quoted("", main.text, label.index, label.value, 0.75)),
		};
	const written = findHours(main.text);
	if (written)
		return {
			value: { min: written.min, max: written.max },
			evidence: evidenceOf(quoted("", main.text, written.index, written.exact, 0.7)),
		};
	return subject && declared
		? { value: { note: shorten(declared, 300) }, evidence: evidenceOf(found("", subject.from, structuredConfidence)) }
		: undefined;
}

/** What it costs to come, or what a job pays and asks; empty for an initiative. */
export function findFacts(source: Source, kind: ClipKind): Facts {
	if (kind === "event") return { price: priceOf(source) };
	return kind === "opportunity" ? { salary: salaryOf(source), hours: hoursOf(source) } : {};
}

import type { InitiativeCard } from "../../shared/list/cards.ts";
import { periodOf } from "../../shared/list/initiative-look.ts";
import type { CardContext } from "../../shared/list/look.ts";
import type { TableMessages } from "../../shared/messages/table.ts";
import { actionLines } from "../../shared/vocabularies/action-lines.ts";
import { fundingProgrammes } from "../../shared/vocabularies/funding-programmes.ts";
import { initiativeStatuses } from "../../shared/vocabularies/initiative-statuses.ts";
import { labelOf } from "../../shared/vocabularies/vocabulary.ts";
import { listOf, record, text } from "../feed/readers.ts";

/** The columns by which the table can be sorted. */
export const sortable = ["actionLine", "initiative", "planning", "partners"] as const;
export type Sortable = (typeof sortable)[number];

export interface Order {
	by: Sortable;
	descending: boolean;
}

/** One initiative in words, "" where nothing is known. */
export interface Row {
	item: InitiativeCard;
	actionLine: string;
	/** The first of its action lines, under which it stands when the table is in that order. */
	group: string;
	goal: string;
	activity: string;
	planning: string;
	partners: string;
	result: string;
	means: string;
	/** What it is compared by; those without come last. */
	keys: Record<Sortable, string>;
}

const readSource = record<{ description?: string; funding: { programme?: string; note?: string }[] }>({
	description: text,
	funding: listOf(record<{ programme?: string; note?: string }>({ programme: text, note: text })),
});

/** Longer texts are for the initiative's own page. */
const longest = 500;

/** The first words of `words`, as many as have room. */
function clip(words: string): string {
	if (words.length <= longest) return words;
	return `${words.slice(0, longest).replace(/\s+\S*$/, "")}…`;
}

/** The rows of a table of `items`, in the order of the feed. `source` gives an item as the feed had it. */
export function rowsOf(
	items: readonly InitiativeCard[],
	source: (item: InitiativeCard) => unknown,
	context: CardContext,
	say: TableMessages,
): Row[] {
	const { language } = context;
	const lineName = (code: string) => context.label("action-line", code) ?? labelOf(actionLines, code, language);
	const lineOrder = Object.keys(actionLines);
	return items.map((item) => {
		const { description = "", funding = [] } = readSource(source(item)) ?? {};
		const { planning } = item;
		const lead = item.partners.filter(({ role }) => role === "lead");
		const others = item.partners.filter((partner) => !lead.includes(partner));
		const [first] = item.actionLines;
		const rank = first === undefined ? -1 : lineOrder.indexOf(first);
		const status = labelOf(initiativeStatuses, item.status, language);
		return {
			item,
			actionLine: item.actionLines.map(lineName).join(", "),
			group: first === undefined ? say.otherActionLine : lineName(first),
			goal: item.goal ?? "",
			activity: clip(item.summary || description),
			planning: [periodOf(item), status].filter(Boolean).join(" · "),
			partners: [...lead.map(({ name }) => `${name} (${say.lead})`), ...others.map(({ name }) => name)].join(", "),
			result: item.result ?? "",
			means: funding
				.map(({ programme, note }) => note || (programme ? labelOf(fundingProgrammes, programme, language) : ""))
				.filter(Boolean)
				.join("; "),
			keys: {
				// Codes that are newer than this table come after those it knows.
				actionLine: rank >= 0 ? `${rank}` : first === undefined ? "" : `${lineOrder.length} ${first}`,
				initiative: item.title,
				planning: planning?.start ?? planning?.end ?? planning?.label ?? "",
				partners: (lead[0] ?? others[0])?.name ?? "",
			},
		};
	});
}

/** `rows` in another order; those without what they are ordered by are last in both directions. */
export function sorted(rows: readonly Row[], { by, descending }: Order, language: string): Row[] {
	const { compare } = new Intl.Collator(language, { numeric: true });
	return [...rows].sort(({ keys: one }, { keys: other }) => {
		if (!one[by] || !other[by]) return Number(!one[by]) - Number(!other[by]);
		return (descending ? -1 : 1) * compare(one[by], other[by]) || compare(one.initiative, other.initiative);
	});
}

/** Consecutive rows of one group together. */
export function grouped(rows: readonly Row[]): { name: string; rows: Row[] }[] {
	const groups: { name: string; rows: Row[] }[] = [];
	for (const row of rows) {
		const last = groups.at(-1);
		if (last?.name === row.group) last.rows.push(row);
		else groups.push({ name: row.group, rows: [row] });
	}
	return groups;
}

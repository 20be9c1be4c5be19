import type { PossibleDuplicate } from "../../../shared/model/clip.ts";
import type { Decision } from "./compare-dialog.ts";
import type { Outcome, RecordController } from "./record-controller.ts";
import type { SideActions } from "./side-panel.ts";

/** What the page does when an action needs more than the record. */
interface Page {
	compare(candidate: PossibleDuplicate): void;
	find(): void;
	/** Opens another record, and tells there what was done. */
	goTo(id: string, outcome: Outcome): void;
}

export interface RecordActions extends SideActions {
	restoreRevision(revision: number, fields: readonly string[] | undefined): void;
	/** Does what somebody decided of this record and another. */
	settle(decision: Decision): Promise<void>;
}

/** What can be done with a record beside its form. Each refuses, with a sentence, while there are unsaved edits. */
export function recordActions(record: RecordController, page: Page): RecordActions {
	return {
		compare: (candidate) => {
			if (record.clear()) page.compare(candidate);
		},
		find: () => {
			if (record.clear()) page.find();
		},
		withdraw: (other) =>
			void record.apply({ what: "done", done: "verdict-withdrawn" }, async ({ id }, client) => {
				await client.withdrawVerdict(id, other);
				return client.record(id);
			}),
		unmerge: (merged) =>
			void record.apply({ what: "done", done: "unmerged" }, async ({ id }, client) => {
				await client.unmerge(merged);
				return client.record(id);
			}),
		restoreRevision: (revision, fields) =>
			void record.apply(
				{ what: "done", done: fields ? "field-restored" : "revision-restored" },
				({ id, revision: baseRevision }, client) => client.restoreRevision(id, revision, { fields, baseRevision }),
			),
		async settle(decision) {
			if (decision.is === "different") {
				await record.apply({ what: "done", done: "different" }, async ({ id }, client) => {
					await client.callDifferent(id, decision.other);
					return client.record(id);
				});
				return;
			}
			const { other, stays, fields } = decision;
			const merged = stays === "this" ? other.id : record.detail?.id;
			const outcome = { what: "done", done: "merged", ...(merged && { merged }) } as const;
			const done = await record.apply(outcome, async (detail, client) => {
				const [going, staying] = stays === "this" ? [other, detail] : [detail, other];
				const revisions = { baseRevision: going.revision, intoRevision: staying.revision };
				await client.merge(going.id, { into: staying.id, fields, ...revisions });
				return client.record(detail.id);
			});
			if (done && stays === "other") page.goTo(other.id, outcome);
		},
	};
}

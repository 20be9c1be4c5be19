import type { ReactiveController, ReactiveControllerHost } from "lit";
import { fieldProblems } from "../../../shared/messages/field-problems.ts";
import type { RecordPageMessages } from "../../../shared/messages/workbench/record-page.ts";
import { schemas } from "../../../shared/model/kinds.ts";
import type { FieldProblem } from "../../../shared/model/problem.ts";
import type { Language } from "../../../shared/vocabularies/vocabulary.ts";
import { ApiRefusal, type Failure, isFailure } from "../../browser/failure.ts";
import type { RecordDetail, StateReceipt } from "../api/answers.ts";
import type { Client } from "../api/client.ts";
import { RecordChanged, SessionEnded } from "../app/events.ts";
import { inOtherZone } from "../form/moment.ts";
import { type Draft, differingFields, tidy, withValue } from "../form/path.ts";
import { draftProblems } from "./draft-problems.ts";
import { type Choices, decide, type Reconciliation, reconcile } from "./reconcile.ts";
import { dropDraft, readDraft, type SavedDraft, writeDraft } from "./saved-draft.ts";

/** What happened last, for the page to put in words. */
export type Outcome =
	| { what: "saved" | "published" | "archived" | "restored" | "nothing-to-save" | "draft-discarded" }
	| { what: "draft-restored"; at: string }
	| { what: "taken"; fields: string[] }
	| {
			what: "done";
			done: keyof RecordPageMessages["done"] /** The record whose merge can be undone. */;
			merged?: string;
	  }
	| { what: "save-first" }
	| { what: "invalid"; count: number; general: string[] }
	| { what: "failed"; failure: Failure };

/** Both changed the same fields. Put off, it stays until the next save. */
interface Conflict {
	/** What both started from. */
	base: Draft;
	theirs: RecordDetail;
	open: boolean;
}

interface Options {
	client: () => Client;
	language: () => Language;
	storage: () => Storage;
}

/** The record, on the form's terms: contacts among its fields. */
const draftOf = (detail: RecordDetail): Draft => ({ ...detail.data, contacts: detail.contacts });

/**
 * One record being reviewed: fetched, edited, saved, published. It owns every request and the copy that is kept of unsaved
 * edits; its host only draws. A verb resolves to whether it did what it says.
 */
export class RecordController implements ReactiveController {
	phase: "loading" | "ready" | "missing" | "failed" = "loading";
	detail: RecordDetail | undefined;
	draft: Draft = {};
	problems: ReadonlyMap<string, string> = new Map();
	busy: "save" | "publish" | "archive" | "restore" | "apply" | undefined;
	outcome: Outcome | undefined;
	conflict: Conflict | undefined;
	failure: Failure | undefined;

	readonly #host: ReactiveControllerHost & EventTarget;
	readonly #options: Options;
	#base: Draft = {};
	#loading: AbortController | undefined;

	constructor(host: ReactiveControllerHost & EventTarget, options: Options) {
		this.#host = host;
		this.#options = options;
		host.addController(this);
	}

	hostDisconnected(): void {
		this.#loading?.abort();
	}

	get dirty(): boolean {
		return this.detail !== undefined && differingFields(this.#base, this.draft).length > 0;
	}

	/** How my edits and theirs go together, while there is a conflict. */
	get reconciliation(): Reconciliation | undefined {
		const { conflict } = this;
		return conflict && reconcile(conflict.base, this.draft, draftOf(conflict.theirs));
	}

	/** `outcome` is what was done elsewhere and brought somebody here. */
	async load(id: string, outcome?: Outcome): Promise<void> {
		this.#loading?.abort();
		const loading = new AbortController();
		this.#loading = loading;
		this.#set({ phase: "loading", detail: undefined, outcome: undefined, conflict: undefined, problems: new Map() });
		try {
			const detail = await this.#options.client().record(id, loading.signal);
			if (loading.signal.aborted) return;
			this.#adopt(detail);
			this.#set({ phase: "ready", outcome });
			this.#bringBackDraft(detail, readDraft(this.#options.storage(), id));
		} catch (error) {
			if (loading.signal.aborted) return;
			if (!isFailure(error)) throw error;
			if (error instanceof ApiRefusal && error.status === 401) this.#host.dispatchEvent(new SessionEnded());
			const missing = error instanceof ApiRefusal && error.status === 404;
			this.#set({ phase: missing ? "missing" : "failed", failure: error });
		}
	}

	edit(path: string, value: unknown): void {
		const problems = new Map([...this.problems].filter(([at]) => at !== path && !at.startsWith(`${path}.`)));
		const draft =
			path === "timeZone" && typeof value === "string"
				? inOtherZone(this.draft, value)
				: withValue(this.draft, path, value);
		this.#set({ draft, problems });
		this.#keep();
	}

	/** Back to what the inventory has. */
	discard(): void {
		this.#set({ draft: this.#base, problems: new Map(), outcome: { what: "draft-discarded" }, conflict: undefined });
		this.#keep();
	}

	async save(): Promise<boolean> {
		if (this.busy || !this.detail) return false;
		if (this.conflict) return this.reconciliation?.conflicts.length ? this.#ask(this.conflict) : this.resolve({});
		if (!this.dirty) {
			this.#set({ outcome: { what: "nothing-to-save" } });
			return true;
		}
		return this.#sending("save", (detail) => this.#send(detail, []));
	}

	/** Makes the record public as it stands in the form: saves it first when it was changed. */
	async publish(): Promise<boolean> {
		if (this.dirty && !(await this.save())) return false;
		return this.#sending("publish", async (detail) => {
			try {
				this.#receive(await this.#options.client().publish(detail.id, detail.revision), "published");
				return true;
			} catch (error) {
				if (!(error instanceof ApiRefusal) || error.status !== 409) throw error;
				// Nobody publishes what they have not seen: show what stands now, and let them look.
				this.#adopt(await this.#options.client().record(detail.id));
				throw error;
			}
		});
	}

	archive(): Promise<boolean> {
		return this.#sending("archive", async ({ id }) => {
			this.#receive(await this.#options.client().archive(id), "archived");
			return true;
		});
	}

	restore(): Promise<boolean> {
		return this.#sending("restore", async ({ id }) => {
			this.#receive(await this.#options.client().restore(id), "restored");
			return true;
		});
	}

	/** Whether no unsaved edits are in the way; says so when there are. */
	clear(): boolean {
		if (this.dirty) this.#set({ outcome: { what: "save-first" } });
		return !this.dirty;
	}

	/**
	 * Does something with the record beside its form and shows what then stands. Only without unsaved edits: they would be
	 * on top of something else.
	 */
	async apply(
		outcome: Extract<Outcome, { what: "done" }>,
		verb: (detail: RecordDetail, client: Client) => Promise<RecordDetail>,
	): Promise<boolean> {
		if (!this.clear()) return false;
		return this.#sending("apply", async (detail) => {
			this.#adopt(await verb(detail, this.#options.client()));
			this.#set({ outcome, problems: new Map() });
			this.#host.dispatchEvent(new RecordChanged());
			return true;
		});
	}

	/** Saves both versions joined, each conflict decided. */
	async resolve(choices: Choices): Promise<boolean> {
		const { conflict, reconciliation } = this;
		if (!conflict || !reconciliation) return false;
		this.#adopt(conflict.theirs, decide(reconciliation, choices));
		this.#set({ conflict: undefined });
		this.#keep();
		if (this.dirty) return this.save();
		this.#set({ outcome: { what: "taken", fields: reconciliation.conflicts.map(({ field }) => field) } });
		return true;
	}

	/** Leaves the conflict for later: my edits stay in the form and in this tab, and saving asks again. */
	postpone(): void {
		if (this.conflict) this.#set({ conflict: { ...this.conflict, open: false } });
	}

	#ask(conflict: Conflict): false {
		this.#set({ conflict: { ...conflict, open: true } });
		return false;
	}

	/** `taken` are the fields of others that went into the draft on the way. */
	async #send(detail: RecordDetail, taken: string[]): Promise<boolean> {
		const language = this.#options.language();
		const record = tidy(this.draft);
		const parsed = schemas[detail.kind].safeParse(record);
		if (!parsed.success) {
			const problems = fieldProblems(parsed.error.issues, record, language);
			return this.#refuse(draftProblems(detail.kind, record, problems, language));
		}
		const sent = this.draft;
		try {
			const saved = await this.#options.client().save(detail.id, parsed.data, detail.revision);
			// What was typed while the answer was on its way goes on top of it.
			this.#adopt(saved, reconcile(sent, this.draft, draftOf(saved)).merged);
			this.#set({
				outcome: taken.length > 0 ? { what: "taken", fields: taken } : { what: "saved" },
				problems: new Map(),
			});
			this.#keep();
			this.#host.dispatchEvent(new RecordChanged());
			return true;
		} catch (error) {
			if (!(error instanceof ApiRefusal)) throw error;
			if (error.status === 422 && error.problem?.errors?.length) return this.#refuse(error.problem.errors);
			if (error.status === 409) return this.#meet(await this.#options.client().record(detail.id), error);
			throw error;
		}
	}

	/** Somebody saved first. Changes to different fields go together; for the rest a person chooses. */
	#meet(theirs: RecordDetail, refusal: ApiRefusal): boolean | Promise<boolean> {
		if (theirs.state === "merged" || theirs.revision === this.detail?.revision) throw refusal;
		const conflict = { base: this.#base, theirs, open: true };
		const { merged, conflicts, taken } = reconcile(conflict.base, this.draft, draftOf(theirs));
		if (conflicts.length > 0) return this.#ask(conflict);
		this.#adopt(theirs, merged);
		// Each turn means that somebody else saved once more, so this ends.
		return this.#send(theirs, taken);
	}

	#refuse(errors: readonly FieldProblem[]): false {
		const problems = new Map(errors.map(({ field, message }) => [field.replace(/^record\./, ""), message]));
		const general = errors.filter(({ field }) => field === "record").map(({ message }) => message);
		this.#set({ problems, outcome: { what: "invalid", count: problems.size, general } });
		return false;
	}

	async #sending(
		busy: NonNullable<RecordController["busy"]>,
		verb: (detail: RecordDetail) => Promise<boolean>,
	): Promise<boolean> {
		if (this.busy || !this.detail) return false;
		this.#set({ busy, outcome: undefined });
		try {
			return await verb(this.detail);
		} catch (error) {
			if (!isFailure(error)) throw error;
			if (error instanceof ApiRefusal && error.status === 401) this.#host.dispatchEvent(new SessionEnded());
			this.#set({ outcome: { what: "failed", failure: error } });
			return false;
		} finally {
			this.#set({ busy: undefined });
		}
	}

	#receive(receipt: StateReceipt, what: "published" | "archived" | "restored"): void {
		if (this.detail) this.#set({ detail: { ...this.detail, ...receipt }, outcome: { what } });
		this.#host.dispatchEvent(new RecordChanged());
	}

	#adopt(detail: RecordDetail, draft: Draft = draftOf(detail)): void {
		this.#base = draftOf(detail);
		this.#set({ detail, draft });
	}

	#bringBackDraft(detail: RecordDetail, kept: SavedDraft | undefined): void {
		if (!kept) return;
		const { merged, conflicts } = reconcile(kept.base.record, kept.record, draftOf(detail));
		this.#set({ draft: merged });
		if (this.dirty) this.#set({ outcome: { what: "draft-restored", at: kept.savedAt } });
		if (conflicts.length > 0) this.#ask({ base: kept.base.record, theirs: detail, open: true });
		else this.#keep();
	}

	/** Keeps unsaved edits in this tab, with what they were made from; or forgets them when there are none. */
	#keep(): void {
		if (!this.detail) return;
		const store = this.#options.storage();
		const { id, revision } = this.detail;
		const base = { revision, record: this.conflict?.base ?? this.#base };
		if (this.dirty) writeDraft(store, id, { base, record: this.draft, savedAt: new Date().toISOString() });
		else dropDraft(store, id);
	}

	#set(
		change: Partial<
			Pick<RecordController, "phase" | "detail" | "draft" | "problems" | "busy" | "outcome" | "conflict" | "failure">
		>,
	): void {
		Object.assign(this, change);
		this.#host.requestUpdate();
	}
}

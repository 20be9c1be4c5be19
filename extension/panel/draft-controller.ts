import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Evidence } from "../../shared/model/clip.ts";
import { matchKeyOfUrl } from "../../shared/text/match-key.ts";
import { inZone } from "../../shared/text/zoned-time.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { activeTab, isFirefox, isTabOpen, onStored, readStored, type Tab, tellBackground } from "../browser.ts";
import { draftOfCandidate } from "../draft/candidates.ts";
import { changesSince } from "../draft/changed.ts";
import { changeDraft, draftFrom, keyOf, manualDraft } from "../draft/draft.ts";
import { draftsOf, listDrafts, removeDraft, type SavedDraft, saveDraft } from "../draft/draft-store.ts";
import type { Candidate, CaptureNote, Draft, FormChange, TextField } from "../draft/fields.ts";
import { type FormProblems, problemsByField } from "../draft/paths.ts";
import { rememberTags } from "../draft/recent-tags-store.ts";
import { toClip } from "../draft/to-clip.ts";
import { UndoStack } from "../draft/undo.ts";
import type { ToBackground } from "../messages.ts";
import type { Happening, OutboxEntry } from "../outbox/entry.ts";
import { followUp } from "../outbox/follow-up.ts";
import { enqueue, listEntries } from "../outbox/outbox.ts";
import { Asked } from "./asked.ts";
import { type Changed, changedOf } from "./changed-view.ts";
import { readTab } from "./read-tab.ts";
import type { Unreadable } from "./unreadable.ts";

const zone = "Europe/Amsterdam";
const noProblems: FormProblems = new Map();

/** What stands above the form. */
export type Notice =
	| { readonly about: "unreadable"; readonly why: Unreadable }
	| { readonly about: "restored"; readonly at: number }
	| { readonly about: "clipped-before"; readonly at: number; readonly unchanged: boolean }
	| { readonly about: "correcting" | "saved"; readonly title: string }
	| { readonly about: "candidates"; readonly saved: number; readonly drafts: number }
	| { readonly about: "undone"; readonly field: FormChange["field"] }
	| { readonly about: "not-stored" }
	| { readonly about: "problems" };

/**
 * The draft in front of somebody: read from the page that was clicked, kept on disk at every keystroke, checked and put in
 * the outbox. The panel only draws it.
 */
export class DraftController implements ReactiveController {
	phase: "idle" | "reading" | "form" = "idle";
	draft: Draft | undefined;
	notice: Notice | undefined;
	problems: FormProblems = noProblems;
	/** The items of a page that lists many. */
	candidates: readonly Candidate[] = [];
	/** What a reader of the draft should know of how the page was read. */
	notes: readonly CaptureNote[] = [];
	/** What the page says otherwise than when it was clipped from this device. */
	changed: Changed | undefined;
	/** The region of a new draft. */
	region = "";

	#undo = new UndoStack();
	#teardown = new AbortController();
	/** The latest reading; one that was overtaken changes nothing any more. */
	#reading = 0;
	#lastAsked = 0;

	constructor(
		private readonly host: ReactiveControllerHost,
		private readonly language: Language,
	) {
		host.addController(this);
	}

	hostConnected(): void {
		this.#teardown = new AbortController();
		onStored("session", "asked", (asked) => void this.#answer(asked), this.#teardown.signal);
	}

	hostDisconnected(): void {
		this.#teardown.abort();
	}

	/** What the panel does when it opens: answer the click that opened it, else look whether the page in front may be read. */
	async open(): Promise<void> {
		if (await this.#answer(await readStored("session", "asked"))) return;
		const tab = await activeTab();
		if (tab?.url) await this.read(tab);
	}

	async #answer(stored: unknown): Promise<boolean> {
		const asked = Asked.safeParse(stored);
		// An old click opened another page; each is answered once.
		if (!asked.success || asked.data.at <= this.#lastAsked || Date.now() - asked.data.at > 60_000) return false;
		this.#lastAsked = asked.data.at;
		const { tabId, url, link, selection } = asked.data;
		if (link) {
			const draft = manualDraft(link.url, this.region, inZone(Date.now(), zone));
			this.#begin({ ...draft, tab: tabId, fields: { ...draft.fields, title: link.text ?? "" } }, undefined);
			return true;
		}
		// After a click the address is known of every page that may be read: no address is a page of the browser.
		if (url) await this.read({ id: tabId, url });
		else this.#begin(this.#manual(), { about: "unreadable", why: "browser-page" });
		// What was selected is the description, in the words of the page.
		if (selection) {
			const quote = { exact: selection.slice(0, 1000) };
			this.change({ field: "summary", value: selection.slice(0, 600) }, { from: "text", confidence: 1, quote });
		}
		return true;
	}

	/** Reads the tab in front; where the browser no longer allows it the notice says to click the icon. */
	async readActive(): Promise<void> {
		const tab = await activeTab();
		if (tab) return this.read(tab);
		this.#show({ notice: { about: "unreadable", why: isFirefox() ? "no-access-firefox" : "no-access" } });
	}

	async read(tab: Tab): Promise<void> {
		this.#reading += 1;
		const mine = this.#reading;
		this.#show({ phase: "reading", notice: undefined });
		const reading = await readTab(tab);
		const { captured } = reading;
		const url = captured?.page.url ?? tab.url;
		const saved = url ? await this.#savedFor(tab.id, url) : undefined;
		const before = url ? await this.#clippedBefore(url, captured?.page.canonicalUrl) : undefined;
		if (mine !== this.#reading) return;
		const changes = before && captured && !reading.unreadable ? changesSince(before.draft, captured) : undefined;
		const found = {
			candidates: captured?.candidates ?? [],
			notes: captured?.notes ?? [],
			changed: before && captured && changes?.length ? changedOf(before, captured, changes) : undefined,
		};
		if (saved) {
			await this.resume(saved, tab.id);
			return this.#show(found);
		}
		if (reading.unreadable) {
			const notice: Notice = { about: "unreadable", why: reading.unreadable };
			// Without an address there is no page to make a form for: what was there stays.
			if (!url) return this.#show({ phase: this.draft ? "form" : "idle", notice });
			const draft = captured ? draftFrom(captured, this.region) : this.#manual(url);
			return this.#begin({ ...draft, tab: tab.id }, notice);
		}
		const draft = { ...draftFrom(reading.captured, this.region), tab: tab.id, captured: reading.captured.fields };
		const unchanged = changes?.length === 0;
		this.#begin(draft, before && { about: "clipped-before", at: before.createdAt, unchanged });
		this.#show(found);
	}

	/** The draft of this very tab, else one that its tab left behind: after a restart of the browser all are. */
	async #savedFor(tab: number, url: string): Promise<SavedDraft | undefined> {
		const drafts = (await draftsOf(url)).filter(({ draft }) => draft.clipId === undefined);
		const own = drafts.find(({ draft }) => draft.tab === tab);
		if (own) return own;
		for (const saved of drafts) if (saved.draft.tab === undefined || !(await isTabOpen(saved.draft.tab))) return saved;
		return undefined;
	}

	async #clippedBefore(...urls: (string | undefined)[]): Promise<OutboxEntry | undefined> {
		const keys = new Set(urls.map((url) => matchKeyOfUrl(url ?? "")).filter(Boolean));
		return (await listEntries()).find(({ draft: { page } }) =>
			[page.url, page.canonicalUrl].some((url) => keys.has(matchKeyOfUrl(url ?? ""))),
		);
	}

	/** Opens a draft from disk; in another tab than it was begun in it goes on there. */
	async resume(saved: SavedDraft, tab = saved.draft.tab): Promise<void> {
		const draft = { ...saved.draft, tab, region: saved.draft.region || this.region };
		this.#begin(
			draft,
			draft.clipId ? { about: "correcting", title: draft.fields.title } : { about: "restored", at: saved.updatedAt },
		);
		if (keyOf(draft) === saved.key) return;
		await saveDraft(draft);
		await removeDraft(saved.key);
	}

	/** Opens a clip that the inventory refused, with what it said at the fields it said it about. */
	correct(entry: OutboxEntry): void {
		const baseRevision = entry.refusal?.revision ?? entry.draft.baseRevision;
		this.#begin({ ...entry.draft, baseRevision }, { about: "correcting", title: entry.title });
		this.#show({ problems: problemsByField(entry.kind, entry.refusal?.errors ?? []) });
	}

	/** Which of the changed fields are to be taken over. */
	chooseChanges(taken: ReadonlySet<TextField> | undefined): void {
		this.#show({ changed: this.changed && taken && { ...this.changed, taken } });
	}

	/**
	 * Goes on with the earlier clip, with what its page says now in the chosen fields: saving makes a new revision of the same
	 * record. Where somebody changed the record meanwhile, the inventory answers with it and each field is asked.
	 */
	async takeChanges(): Promise<void> {
		const { changed, draft } = this;
		if (!changed || !draft) return;
		const { entry, captured, changes, taken } = changed;
		// A correction of that clip may wait already: it goes on.
		const begun = (await listDrafts()).find((it) => it.draft.clipId === entry.id)?.draft;
		await removeDraft(keyOf(draft));
		const { page, fields, facts } = captured;
		const standing = begun ?? followUp(entry);
		this.#begin(
			{ ...standing, page, tab: draft.tab, captured: fields, facts: facts ?? standing.facts },
			{ about: "correcting", title: entry.title },
		);
		for (const { field, now } of changes)
			if (taken.has(field)) this.change({ field, value: now }, now === "" ? undefined : captured.evidence[field]);
	}

	/** An empty form, for what is on no page. */
	startManually(): void {
		this.#begin(this.#manual(), undefined);
	}

	/** One change; `evidence` is where it came from when not from the person. */
	change(change: FormChange, evidence?: Evidence): void {
		if (!this.draft) return;
		this.#undo.push(this.draft, change.field, evidence === undefined);
		const changed = changeDraft(this.draft, change);
		const own = change.field !== "kind" && change.field !== "note" && change.field !== "region" && change.field;
		const draft = evidence && own ? { ...changed, evidence: { ...changed.evidence, [own]: evidence } } : changed;
		const problems = new Map(this.problems);
		if (change.field !== "kind") problems.delete(change.field);
		this.#keep(draft, { problems });
	}

	/** The field that `undo` would put back. */
	get undoable(): FormChange["field"] | undefined {
		return this.#undo.top?.field;
	}

	undo(): void {
		const last = this.#undo.pop();
		if (!last || !this.draft) return;
		// A draft keeps its place on disk, whatever is undone in it.
		this.#keep({ ...last.draft, tab: this.draft.tab }, { notice: { about: "undone", field: last.field } });
	}

	/** What somebody called something else goes along with the clip, so that the inventory does not ask again. */
	setApart(id: string): void {
		if (!this.draft) return;
		const different = [...new Set([...(this.draft.different ?? []), id])].slice(-100);
		this.#keep({ ...this.draft, different }, {});
	}

	/**
	 * The draft goes on as a change of a record that the inventory has. Without the revision that it knows: the inventory
	 * then answers with the record as it stands, and each field that differs is asked.
	 */
	async follow(id: string): Promise<void> {
		if (!this.draft) return;
		const before = keyOf(this.draft);
		this.#keep({ ...this.draft, clipId: id, baseRevision: undefined, base: undefined }, {});
		await removeDraft(before);
	}

	/** Somebody has seen that this text holds personal data and lets it go along. */
	allowPersonal(text: string): void {
		if (!this.draft) return;
		this.#keep({ ...this.draft, allowed: [...new Set([...this.draft.allowed, text])].slice(-50) }, {});
	}

	/** Throws the draft away. A page in a tab can be read again. */
	async discard(): Promise<void> {
		if (this.draft) await removeDraft(keyOf(this.draft));
		this.#reading += 1;
		const nothing = { draft: undefined, notice: undefined, changed: undefined, candidates: [], notes: [] } as const;
		this.#show({ phase: "idle", problems: noProblems, ...nothing });
	}

	/** Checks the form and puts the clip in the outbox. `false` when something is wrong; the problems then say what. */
	async save(draft = this.draft, what: Happening["what"] = "saved"): Promise<boolean> {
		if (!draft) return false;
		const result = toClip(draft, this.language);
		if ("problems" in result) {
			this.#show({ problems: result.problems, notice: { about: "problems" } });
			return false;
		}
		try {
			await enqueue(result.clip, draft, what);
		} catch {
			this.#show({ notice: { about: "not-stored" } });
			return false;
		}
		// Only a convenience: what cannot be remembered is no reason to worry anybody.
		await rememberTags(draft.fields).catch(() => {});
		const { title } = result.clip.record;
		const done = { phase: "idle", draft: undefined, changed: undefined, candidates: [], notes: [] } as const;
		this.#show({ ...done, problems: noProblems, notice: { about: "saved", title } });
		this.#drain();
		return true;
	}

	/** Each candidate becomes a clip of its own; one that lacks something required becomes a draft. */
	async saveCandidates(chosen: readonly Candidate[]): Promise<void> {
		const page = this.draft?.page;
		if (!page) return;
		let saved = 0;
		try {
			for (const candidate of chosen) {
				const draft = draftOfCandidate(candidate, page, this.region);
				const result = toClip(draft, this.language);
				if ("problems" in result) await saveDraft(draft);
				else {
					await enqueue(result.clip, draft);
					saved += 1;
				}
			}
		} catch {
			return this.#show({ notice: { about: "not-stored" } });
		}
		if (this.draft) await removeDraft(keyOf(this.draft));
		const notice = { about: "candidates", saved, drafts: chosen.length - saved } as const;
		const nothing = { draft: undefined, changed: undefined, candidates: [], notes: [] } as const;
		this.#show({ phase: "idle", problems: noProblems, ...nothing, notice });
		this.#drain();
	}

	#drain(): void {
		void tellBackground({ type: "drain", cause: "saved" } satisfies ToBackground);
	}

	/** An empty form; one without an address gets a key of its own, so that two never share a draft. */
	#manual(url = `manual:${crypto.randomUUID()}`): Draft {
		return manualDraft(url, this.region, inZone(Date.now(), zone));
	}

	#keep(draft: Draft, more: Partial<Pick<DraftController, "problems" | "notice">>): void {
		this.#show({ draft, ...more });
		void saveDraft(draft).catch(() => this.#show({ notice: { about: "not-stored" } }));
	}

	#begin(draft: Draft, notice: Notice | undefined): void {
		this.#undo = new UndoStack();
		this.#show({ phase: "form", draft, notice, problems: noProblems, changed: undefined, candidates: [], notes: [] });
	}

	#show(
		state: Partial<
			Pick<DraftController, "phase" | "draft" | "notice" | "problems" | "changed" | "candidates" | "notes">
		>,
	): void {
		Object.assign(this, state);
		this.host.requestUpdate();
	}
}

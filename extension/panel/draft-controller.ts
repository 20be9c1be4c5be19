import type { ReactiveController, ReactiveControllerHost } from "lit";
import { matchKeyOfUrl } from "../../shared/text/match-key.ts";
import { inZone } from "../../shared/text/zoned-time.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { activeTab, isFirefox, onStored, readStored, type Tab, tellBackground } from "../browser.ts";
import { changeDraft, draftFrom, manualDraft } from "../draft/draft.ts";
import { loadDraft, removeDraft, type SavedDraft, saveDraft } from "../draft/draft-store.ts";
import type { Draft, FormChange } from "../draft/fields.ts";
import { type FormProblems, problemsByField } from "../draft/paths.ts";
import { toClip } from "../draft/to-clip.ts";
import type { ToBackground } from "../messages.ts";
import type { OutboxEntry } from "../outbox/entry.ts";
import { enqueue, listEntries } from "../outbox/outbox.ts";
import { Asked } from "./asked.ts";
import { readTab } from "./read-tab.ts";
import type { Unreadable } from "./unreadable.ts";

const zone = "Europe/Amsterdam";
const noProblems: FormProblems = new Map();

/** What stands above the form. */
export type Notice =
	| { readonly about: "unreadable"; readonly why: Unreadable }
	| { readonly about: "restored" | "clipped-before"; readonly at: number }
	| { readonly about: "correcting" | "saved"; readonly title: string }
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
	/** The region of a new draft. */
	region = "";

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
		// After a click the address is known of every page that may be read: no address is a page of the browser.
		if (asked.data.url) await this.read({ id: asked.data.tabId, url: asked.data.url });
		else this.#begin(this.#manual(), { about: "unreadable", why: "browser-page" });
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
		const saved = url ? await loadDraft(url) : undefined;
		const before = url ? await this.#clippedBefore(url, captured?.page.canonicalUrl) : undefined;
		if (mine !== this.#reading) return;
		if (saved) return this.resume(saved);
		if (reading.unreadable) {
			const notice: Notice = { about: "unreadable", why: reading.unreadable };
			// Without an address there is no page to make a form for: what was there stays.
			if (!url) return this.#show({ phase: this.draft ? "form" : "idle", notice });
			return this.#begin(captured ? draftFrom(captured, this.region) : this.#manual(url), notice);
		}
		this.#begin(draftFrom(reading.captured, this.region), before && { about: "clipped-before", at: before.createdAt });
	}

	async #clippedBefore(...urls: (string | undefined)[]): Promise<OutboxEntry | undefined> {
		const keys = new Set(urls.map((url) => matchKeyOfUrl(url ?? "")).filter(Boolean));
		return (await listEntries()).find(({ draft: { page } }) =>
			[page.url, page.canonicalUrl].some((url) => keys.has(matchKeyOfUrl(url ?? ""))),
		);
	}

	/** Opens a draft from disk. */
	resume({ draft, updatedAt }: SavedDraft): void {
		this.#begin(
			{ ...draft, region: draft.region || this.region },
			draft.clipId ? { about: "correcting", title: draft.fields.title } : { about: "restored", at: updatedAt },
		);
	}

	/** Opens a clip that the inventory refused, with what it said at the fields it said it about. */
	correct(entry: OutboxEntry): void {
		const baseRevision = entry.refusal?.revision ?? entry.draft.baseRevision;
		this.#begin({ ...entry.draft, baseRevision }, { about: "correcting", title: entry.title });
		this.#show({ problems: problemsByField(entry.kind, entry.refusal?.errors ?? []) });
	}

	/** An empty form, for what is on no page. */
	startManually(): void {
		this.#begin(this.#manual(), undefined);
	}

	change(change: FormChange): void {
		if (!this.draft) return;
		this.#show({ draft: changeDraft(this.draft, change) });
		const problems = new Map(this.problems);
		if (change.field !== "kind" && problems.delete(change.field)) this.#show({ problems });
		void saveDraft(this.draft).catch(() => this.#show({ notice: { about: "not-stored" } }));
	}

	/** Throws the draft away. A page in a tab can be read again. */
	async discard(): Promise<void> {
		const url = this.draft?.page.url;
		if (url !== undefined) await removeDraft(url);
		this.#reading += 1;
		this.#show({ phase: "idle", draft: undefined, notice: undefined, problems: noProblems });
	}

	/** Checks the form and puts the clip in the outbox. `false` when something is wrong; the problems then say what. */
	async save(): Promise<boolean> {
		if (!this.draft) return false;
		const result = toClip(this.draft, this.language);
		if ("problems" in result) {
			this.#show({ problems: result.problems, notice: { about: "problems" } });
			return false;
		}
		try {
			await enqueue(result.clip, this.draft);
		} catch {
			this.#show({ notice: { about: "not-stored" } });
			return false;
		}
		const title = result.clip.record.title;
		this.#show({ phase: "idle", draft: undefined, problems: noProblems, notice: { about: "saved", title } });
		void tellBackground({ type: "drain", cause: "saved" } satisfies ToBackground);
		return true;
	}

	/** An empty form; one without an address gets a key of its own, so that two never share a draft. */
	#manual(url = `manual:${crypto.randomUUID()}`): Draft {
		return manualDraft(url, this.region, inZone(Date.now(), zone));
	}

	#begin(draft: Draft, notice: Notice | undefined): void {
		this.#show({ phase: "form", draft, notice, problems: noProblems });
	}

	#show(state: Partial<Pick<DraftController, "phase" | "draft" | "notice" | "problems">>): void {
		Object.assign(this, state);
		this.host.requestUpdate();
	}
}

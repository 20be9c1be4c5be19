import type { ReactiveController, ReactiveControllerHost } from "lit";
import { tellBackground } from "../browser.ts";
import { listDrafts, type SavedDraft } from "../draft/draft-store.ts";
import type { DrainCause, ToBackground } from "../messages.ts";
import { onOutboxChange } from "../outbox/database.ts";
import type { OutboxEntry, Pause } from "../outbox/entry.ts";
import { download, exportOf } from "../outbox/export.ts";
import { type Keeping, lookAtKeeping, noteKept } from "../outbox/keeping.ts";
import { countEntries, entriesIn, listEntries, readPause, removeEntry, retryEntry } from "../outbox/outbox.ts";
import type { Connection } from "../settings/connection.ts";
import { onConnection, readConnection } from "../settings/connection-store.ts";

/** How many clips the panel lists beside those that need attention. */
const shown = 20;

/** Changes that come in one burst are drawn once. Milliseconds. */
const calm = 150;

/** The outbox and the connection as they are now, kept up to date while the panel is open. */
export class OutboxController implements ReactiveController {
	entries: readonly OutboxEntry[] = [];
	/** Clips that have not arrived, in all. */
	waiting = 0;
	drafts: readonly SavedDraft[] = [];
	pause: Pause | undefined;
	connection: Connection | undefined;
	keeping: Keeping = { full: false, lost: undefined };
	loaded = false;

	#teardown = new AbortController();
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(private readonly host: ReactiveControllerHost) {
		host.addController(this);
	}

	hostConnected(): void {
		this.#teardown = new AbortController();
		const { signal } = this.#teardown;
		onOutboxChange(() => {
			this.#timer ??= setTimeout(() => void this.refresh(), calm);
		}, signal);
		onConnection((connection) => {
			this.connection = connection;
			this.host.requestUpdate();
		}, signal);
		addEventListener("online", () => this.drain("online"), { signal });
	}

	hostDisconnected(): void {
		this.#teardown.abort();
		clearTimeout(this.#timer);
	}

	async open(): Promise<void> {
		this.connection = await readConnection();
		this.keeping = await lookAtKeeping();
		await this.refresh();
		this.drain("panel-open");
	}

	async refresh(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const [newest, attention, counts, drafts, pause] = await Promise.all([
			listEntries(shown),
			entriesIn("attention"),
			countEntries(),
			listDrafts(),
			readPause(),
		]);
		const listed = new Set(newest.map((entry) => entry.id));
		// What needs a person is never pushed out of sight by what came after it.
		this.entries = [...newest, ...attention.filter((entry) => !listed.has(entry.id)).reverse()];
		this.waiting = counts.queued + counts.sending;
		this.drafts = drafts;
		this.pause = pause;
		this.loaded = true;
		this.host.requestUpdate();
		// Not before somebody was told that something is gone.
		if (this.keeping.lost === undefined) await noteKept();
	}

	/** Somebody has read that what was kept is gone. */
	async acknowledgeLoss(): Promise<void> {
		this.keeping = { ...this.keeping, lost: undefined };
		await this.refresh();
	}

	/** Asks the background, which outlives this panel, to send what waits. */
	drain(cause: DrainCause): void {
		void tellBackground({ type: "drain", cause } satisfies ToBackground);
	}

	async retry(entry: OutboxEntry): Promise<void> {
		await retryEntry(entry.id);
		this.drain("retry");
	}

	remove(entry: OutboxEntry): Promise<void> {
		return removeEntry(entry.id);
	}

	/** Everything that is kept here, as a file. */
	async export(): Promise<void> {
		download(await exportOf());
	}

	/** Other forms that wait than the one in front. */
	draftsBeside(current: string | undefined): readonly SavedDraft[] {
		return this.drafts.filter((saved) => saved.key !== current);
	}
}

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { tellBackground } from "../browser.ts";
import { listDrafts, type SavedDraft } from "../draft/draft-store.ts";
import type { DrainCause, ToBackground } from "../messages.ts";
import { onOutboxChange } from "../outbox/database.ts";
import type { OutboxEntry, Pause } from "../outbox/entry.ts";
import { listEntries, readPause, removeEntry, retryEntry } from "../outbox/outbox.ts";
import type { Connection } from "../settings/connection.ts";
import { onConnection, readConnection } from "../settings/connection-store.ts";

/** How many clips the panel lists. */
const shown = 20;

/** The outbox and the connection as they are now, kept up to date while the panel is open. */
export class OutboxController implements ReactiveController {
	entries: readonly OutboxEntry[] = [];
	drafts: readonly SavedDraft[] = [];
	pause: Pause | undefined;
	connection: Connection | undefined;
	loaded = false;

	#teardown = new AbortController();

	constructor(private readonly host: ReactiveControllerHost) {
		host.addController(this);
	}

	hostConnected(): void {
		this.#teardown = new AbortController();
		const { signal } = this.#teardown;
		onOutboxChange(() => void this.refresh(), signal);
		onConnection((connection) => {
			this.connection = connection;
			this.host.requestUpdate();
		}, signal);
		addEventListener("online", () => this.drain("online"), { signal });
	}

	hostDisconnected(): void {
		this.#teardown.abort();
	}

	async open(): Promise<void> {
		this.connection = await readConnection();
		await this.refresh();
		this.drain("panel-open");
	}

	async refresh(): Promise<void> {
		const [entries, drafts, pause] = await Promise.all([listEntries(), listDrafts(), readPause()]);
		this.entries = entries.slice(0, shown);
		this.drafts = drafts;
		this.pause = pause;
		this.loaded = true;
		this.host.requestUpdate();
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
}

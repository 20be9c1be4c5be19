import type { ReactiveController, ReactiveControllerHost } from "lit";
import { DuplicateIndex, type Match } from "../../shared/text/duplicate-index.ts";
import { matchKeyOfTitle, matchKeyOfUrl } from "../../shared/text/match-key.ts";
import type { Draft } from "../draft/fields.ts";
import { isStanding, type KnownEntry, type KnownRecord, knownRecord } from "./known-entry.ts";
import { readEntries, readVerdicts, type Verdict, verdictKey, writeVerdict } from "./known-store.ts";
import { KnownOrganizations } from "./organizations.ts";
import { type Access, syncKnown } from "./sync.ts";

export type KnownMatch = Match<KnownRecord>;

/** So many are taken apart before the page gets a turn to draw and to hear keys. */
const atOnce = 400;
const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

const keysOf = ({ page, fields }: Draft): string[] => [
	...new Set([page.canonicalUrl, page.url, fields.sourceUrl].map((url) => matchKeyOfUrl(url ?? "")).filter(Boolean)),
];

const thingOf = (draft: Draft): string =>
	verdictKey(draft.kind, keysOf(draft)[0] ?? "", matchKeyOfTitle(draft.fields.title));

/**
 * The inventory's index as the browser has it: read from disk, brought up to date when it opens, and asked at every change
 * of the draft. An element only draws what it gives.
 */
export class KnownController implements ReactiveController {
	/** What may be the same as the draft, without what somebody called different. */
	matches: readonly KnownMatch[] = [];
	organizations = new KnownOrganizations([]);

	#index = new DuplicateIndex<KnownRecord>();
	#verdicts = new Map<string, Verdict>();
	#thing = "";
	#draft: Draft | undefined;
	#teardown = new AbortController();

	constructor(private readonly host: ReactiveControllerHost) {
		host.addController(this);
	}

	hostDisconnected(): void {
		this.#teardown.abort();
	}

	/** Loads the copy of another inventory or region, or none; then asks what changed. */
	async connect(access: Access | undefined): Promise<void> {
		this.#teardown.abort();
		const teardown = new AbortController();
		this.#teardown = teardown;
		this.#index = new DuplicateIndex<KnownRecord>();
		this.#look();
		if (!access?.region) return;
		// Without its own storage the panel still works, only without knowing.
		const stored = await readEntries(access).catch(() => []);
		await this.#take(stored, teardown.signal);
		const changed = await syncKnown(access, teardown.signal).catch(() => undefined);
		if (changed) await this.#take(changed, teardown.signal);
	}

	async #take(entries: readonly KnownEntry[], signal: AbortSignal): Promise<void> {
		for (let from = 0; from < entries.length; from += atOnce) {
			if (signal.aborted) return;
			for (const entry of entries.slice(from, from + atOnce)) {
				if (isStanding(entry)) this.#index.put(knownRecord(entry));
				else this.#index.remove(entry.id);
			}
			await turn();
		}
		if (signal.aborted) return;
		this.organizations = new KnownOrganizations(this.#index.all().flatMap(({ organization }) => organization ?? []));
		this.#look();
	}

	/** Looks again for a draft that changed. */
	look(draft: Draft | undefined): void {
		this.#draft = draft;
		const thing = draft ? thingOf(draft) : "";
		if (thing !== this.#thing) {
			this.#thing = thing;
			this.#verdicts = new Map();
			if (thing) void this.#recall(thing);
		}
		this.#look();
	}

	async #recall(thing: string): Promise<void> {
		const verdicts = await readVerdicts(thing).catch(() => new Map<string, Verdict>());
		if (thing !== this.#thing) return;
		this.#verdicts = verdicts;
		this.#look();
	}

	verdictOn(id: string): Verdict | undefined {
		return this.#verdicts.get(id);
	}

	/** Remembers what somebody said of a match. */
	async judge(id: string, verdict: Verdict): Promise<void> {
		this.#verdicts = new Map(this.#verdicts).set(id, verdict);
		this.#look();
		await writeVerdict(this.#thing, id, verdict).catch(() => undefined);
	}

	#look(): void {
		const draft = this.#draft;
		this.matches = draft && draft.fields.title.trim() !== "" ? this.#find(draft) : [];
		this.host.requestUpdate();
	}

	#find(draft: Draft): KnownMatch[] {
		const { kind, fields, clipId } = draft;
		const found = this.#index.find({
			kind,
			title: fields.title,
			organization: fields.organization || undefined,
			place: fields.place || undefined,
			start: fields.startDate || undefined,
			keys: keysOf(draft),
		});
		return found.filter(
			({ record }) =>
				record.id !== clipId &&
				this.#verdicts.get(record.id) !== "different" &&
				!(clipId && record.entry.different?.includes(clipId)),
		);
	}
}

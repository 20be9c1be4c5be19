import { setTimeout as wait } from "node:timers/promises";
import { v7 as uuidv7 } from "uuid";
import * as z from "zod/mini";
import type { Acknowledged } from "./judge.ts";

/** A client that behaves as the extension does: it makes the id, and repeats until it has heard. */
export interface Writer {
	acknowledged: Acknowledged[];
	/** Requests sent, of which repeats. */
	sent: number;
	repeats: number;
}

export interface WriterOptions {
	url: string;
	token: string;
	region: string;
	name: string;
	random: () => number;
	/** Told of every 2xx at the moment it is heard. */
	onAcknowledged(): void;
	/** Finish the clip at hand and stop. */
	signal: AbortSignal;
}

const Receipt = z.object({ id: z.string(), revision: z.int() });

/** The service refused what it should have taken: that is a fault too, and no repeat helps. */
export class RefusedError extends Error {}

const clipOf = (title: string, region: string, marker: string, baseRevision?: number) => ({
	kind: "initiative",
	region,
	record: { title, summary: `Opgeslagen tijdens een storing: ${title}.`, actionLines: ["choose"], stages: ["vmbo"] },
	source: { url: `https://voorbeeld.example/${marker}`, title, capturedAt: "2026-11-21T10:00:00+01:00" },
	...(baseRevision && { baseRevision }),
});

/** Writes clips until told to stop; one in three is then revised. Throws {@link RefusedError} on a 4xx. */
export async function write(options: WriterOptions, writer: Writer): Promise<void> {
	const { name, region, random, signal } = options;
	for (let n = 1; !signal.aborted; n++) {
		const marker = `${name}-${n}`;
		const id = uuidv7();
		let title = `${marker} / 1`;
		const first = await untilHeard(options, writer, id, clipOf(title, region, marker));
		const entry: Acknowledged = { id, marker, titles: [title] };
		writer.acknowledged.push(entry);
		options.onAcknowledged();
		if (random() < 1 / 3) {
			title = `${marker} / 2`;
			await untilHeard(options, writer, id, clipOf(title, region, marker, first.revision));
			entry.titles.push(title);
			options.onAcknowledged();
		}
	}
}

async function untilHeard({ url, token, random }: WriterOptions, writer: Writer, id: string, clip: unknown) {
	const deadline = Date.now() + 600_000;
	let last = "nothing";
	for (let attempt = 1; ; attempt++) {
		writer.sent++;
		if (attempt > 1) writer.repeats++;
		const response = await fetch(`${url}/api/v1/clips/${id}`, {
			method: "PUT",
			headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", Connection: "close" },
			body: JSON.stringify(clip),
			signal: AbortSignal.timeout(10_000),
		})
			.then(async (answer) => ({ status: answer.status, text: await answer.text() }))
			// The network or the service is gone: whether the clip was stored is what we cannot know.
			.catch((error: unknown) => {
				last = error instanceof Error ? `${error.message} ${error.cause}` : "nothing";
			});
		if (response) last = `${response.status}: ${response.text.slice(0, 500)}`;
		if (response && response.status >= 200 && response.status < 300) return Receipt.parse(JSON.parse(response.text));
		if (response && response.status >= 400 && response.status < 500 && response.status !== 429) {
			throw new RefusedError(`${response.status}: ${response.text}`);
		}
		if (Date.now() > deadline)
			throw new RefusedError(`No good answer within ten minutes; the last of ${attempt} was ${last}.`);
		await wait(50 + random() * 200);
	}
}

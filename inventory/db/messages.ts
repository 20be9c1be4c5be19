import { randomUUID } from "node:crypto";
import postgres from "postgres";

/** Short messages between the processes on one PostgreSQL, by LISTEN and NOTIFY. */
export interface Messages {
	/** Tells the others: one line of at most 7000 bytes. */
	send(message: string): Promise<void>;
	/** Hears what others tell from now on. `gap` is called when messages may have been missed: the connection was gone. */
	hear(listener: { message(text: string): void; gap(): void }): Promise<void>;
}

const channel = "regiotechniek";

/** Milliseconds between signs of life, how long one may be under way, and how late we may be ourselves. */
const pulse = { every: 5000, atMost: 4000, late: 1000 };

/**
 * postgres.js listens again after a lost connection, but only once: with a server that stays away for some seconds it goes
 * deaf without saying so. So every process sends itself a sign of life, and listens anew when it does not hear it.
 */
export function listenTo(url: string, client: postgres.Sql): Messages & { close(): Promise<void> } {
	const me = randomUUID();
	let ears: postgres.Sql | undefined;
	let timer: NodeJS.Timeout | undefined;
	let heard = 0;
	let closed = false;

	async function listen(message: (text: string) => void): Promise<void> {
		await ears?.end({ timeout: 0 }).catch(() => {});
		ears = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 });
		await ears.listen(channel, (payload) => {
			const [from, text = ""] = payload.split("\n");
			if (from === me) heard = Date.now();
			else if (text) message(text);
		});
	}

	return {
		send: async (message) => {
			await client.notify(channel, `${me}\n${message}`);
		},
		async hear({ message, gap }) {
			await listen(message);
			heard = Date.now();
			let deaf = false;
			let due = 0;
			const check = async () => {
				// Who was too busy to look at the clock was too busy to hear: that is no sign of a lost connection.
				if (Date.now() - due > pulse.late) heard = Date.now();
				try {
					await client.notify(channel, me);
					if (deaf || Date.now() - heard > pulse.every + pulse.atMost) {
						await listen(message);
						heard = Date.now();
						deaf = false;
						gap();
					}
				} catch {
					// The database is away: once it is back, what was said meanwhile is lost to us.
					deaf = true;
				}
				if (!closed) plan();
			};
			const plan = () => {
				const wait = deaf ? 500 : pulse.every;
				due = Date.now() + wait;
				timer = setTimeout(() => void check(), wait);
				timer.unref();
			};
			plan();
		},
		async close() {
			closed = true;
			clearTimeout(timer);
			await ears?.end({ timeout: 1 }).catch(() => {});
		},
	};
}

import { Agent, request } from "node:http";

/** One connection that stays, as a proxy has it. `fetch` and unpacking would take longer than what is measured. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

export interface Asked {
	method?: string;
	token?: string;
	body?: unknown;
}

interface Answer {
	status: number;
	retryAfter: string | undefined;
	text: string;
}

function send(url: string, { method = "GET", token, body }: Asked): Promise<Answer> {
	const headers = {
		"Accept-Encoding": "br",
		...(token && { Authorization: `Bearer ${token}` }),
		...(body !== undefined && { "Content-Type": "application/json" }),
	};
	return new Promise((resolve, reject) => {
		const asking = request(url, { agent, method, headers }, (answer) => {
			const chunks: Buffer[] = [];
			answer.on("data", (chunk: Buffer) => chunks.push(chunk));
			answer.on("end", () =>
				resolve({
					status: answer.statusCode ?? 0,
					retryAfter: answer.headers["retry-after"],
					text: answer.statusCode === 200 ? "" : Buffer.concat(chunks).toString(),
				}),
			);
			answer.on("error", reject);
		});
		asking.on("error", reject);
		asking.end(body === undefined ? undefined : JSON.stringify(body));
	});
}

/**
 * Milliseconds from asking to the last byte of the answer. A limit on how often one may ask is waited for, and not counted. Throws on any
 * other answer than a good one.
 */
export async function timed(url: string, asked: Asked = {}): Promise<number> {
	for (;;) {
		const began = performance.now();
		const { status, retryAfter, text } = await send(url, asked);
		const spent = performance.now() - began;
		if (status >= 200 && status < 300) return spent;
		if (status !== 429) throw new Error(`${url} answers ${status}: ${text.slice(0, 500)}`);
		await new Promise((resolve) => setTimeout(resolve, 1000 * Number(retryAfter ?? "1")));
	}
}

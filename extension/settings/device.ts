import * as z from "zod/mini";

/** Device authorization (RFC 8628) as the inventory offers it. Times in seconds, as in the RFC. */
const Codes = z.object({
	device_code: z.string(),
	user_code: z.string(),
	verification_uri: z.url({ protocol: /^https?$/ }),
	verification_uri_complete: z.optional(z.url({ protocol: /^https?$/ })),
	expires_in: z.number(),
	interval: z._default(z.number(), 5),
});
const Granted = z.object({ access_token: z.string() });
const Denied = z.object({ error: z.string() });

export type DeviceProblem = "unreachable" | "no-inventory" | "server" | "busy" | "denied" | "expired";

/** What a person has to do: look whether `page` shows `userCode`. */
export interface DeviceCodes {
	readonly deviceCode: string;
	readonly userCode: string;
	readonly page: string;
	readonly lifetime: number;
	readonly interval: number;
}

const post = async (url: string, fields: Record<string, string>, signal: AbortSignal) => {
	const response = await fetch(url, {
		method: "POST",
		body: new URLSearchParams(fields),
		credentials: "omit",
		cache: "no-store",
		redirect: "error",
		signal: AbortSignal.any([signal, AbortSignal.timeout(15_000)]),
	});
	const body: unknown = await response.json().catch(() => undefined);
	return { status: response.status, body };
};

/** Asks the inventory for a code. `client` is how a person will recognise us there. Rejects only when `signal` aborts. */
export async function askForCode(
	address: string,
	client: string,
	signal: AbortSignal,
): Promise<DeviceCodes | { problem: DeviceProblem }> {
	try {
		const { status, body } = await post(`${address}/api/v1/device/code`, { client_id: client }, signal);
		if (status === 429) return { problem: "busy" };
		if (status >= 500) return { problem: "server" };
		const codes = Codes.safeParse(body);
		if (!codes.success) return { problem: "no-inventory" };
		const { device_code, user_code, verification_uri, verification_uri_complete, expires_in, interval } = codes.data;
		const page = verification_uri_complete ?? verification_uri;
		return { deviceCode: device_code, userCode: user_code, page, lifetime: expires_in, interval };
	} catch (error) {
		if (signal.aborted) throw error;
		return { problem: "unreachable" };
	}
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(resolve, seconds * 1000);
		signal.addEventListener("abort", () => {
			clearTimeout(timer);
			reject(signal.reason);
		});
	});
}

/**
 * Keeps asking until a person has decided or the code has expired. A network that is away for a moment is only another
 * reason to ask again. Rejects only when `signal` aborts.
 */
export async function awaitToken(
	address: string,
	codes: DeviceCodes,
	client: string,
	signal: AbortSignal,
): Promise<{ token: string } | { problem: DeviceProblem }> {
	const end = Date.now() + codes.lifetime * 1000;
	let { interval } = codes;
	const fields = {
		grant_type: "urn:ietf:params:oauth:grant-type:device_code",
		device_code: codes.deviceCode,
		client_id: client,
	};
	while (Date.now() < end) {
		await pause(interval, signal);
		const answer = await post(`${address}/api/v1/device/token`, fields, signal).catch(() => undefined);
		signal.throwIfAborted();
		if (!answer || answer.status === 429 || answer.status >= 500) {
			interval += 5;
			continue;
		}
		const granted = Granted.safeParse(answer.body);
		if (granted.success) return { token: granted.data.access_token };
		const error = Denied.safeParse(answer.body).data?.error;
		if (error === "access_denied") return { problem: "denied" };
		if (error === "slow_down") interval += 5;
		else if (error !== "authorization_pending") return { problem: "expired" };
	}
	return { problem: "expired" };
}

import * as z from "zod/mini";

/** What the clipper needs to reach an inventory. `address` has no closing slash; `token` is a personal access token. */
export const Connection = z.object({
	address: z.string(),
	token: z.string(),
	region: z.string(),
	/** The regions that the token may clip for, as the inventory named them. */
	regions: z._default(z.array(z.object({ id: z.string(), name: z.string() })), []),
	/** Whose token it is. */
	name: z._default(z.string(), ""),
});
export type Connection = z.infer<typeof Connection>;

export type AddressProblem = "empty" | "no-address" | "not-secure";

const isThisMachine = (host: string) => /^(?:localhost|127(?:\.\d+){3}|\[::1\]|[^.]+\.localhost)$/.test(host);

/**
 * The inventory's address from what somebody typed or pasted, with or without `https://` or a page after it. A token in
 * clear over a network is refused; on this machine `http:` will do.
 */
export function readAddress(input: string): { address: string } | { problem: AddressProblem } {
	const text = input.trim();
	if (text === "") return { problem: "empty" };
	const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
		? text
		: `${isThisMachine(text.replace(/[:/].*$/, "")) ? "http" : "https"}://${text}`;
	if (!URL.canParse(full)) return { problem: "no-address" };
	const url = new URL(full);
	if ((url.protocol !== "https:" && url.protocol !== "http:") || url.username || /\s/.test(text))
		return { problem: "no-address" };
	if (url.protocol === "http:" && !isThisMachine(url.hostname)) return { problem: "not-secure" };
	const path = url.pathname.replace(/\/(?:workbench|api|embed|feeds)(?:\/.*)?$/, "").replace(/\/+$/, "");
	return { address: url.origin + path };
}

export type TokenProblem = "empty" | "no-token";

/** Tokens are `rt_` and letters, digits, `_` or `-`. */
export function readToken(input: string): { token: string } | { problem: TokenProblem } {
	const token = input.trim().replace(/^Bearer\s+/i, "");
	if (token === "") return { problem: "empty" };
	return /^rt_[\w-]{8,}$/.test(token) ? { token } : { problem: "no-token" };
}

const Me = z.object({
	name: z.string(),
	role: z.string(),
	regions: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type Me = z.infer<typeof Me>;

export type MeetProblem = "unreachable" | "no-inventory" | "sign-in" | "forbidden" | "server";

/** Asks the inventory who we are: the test of a connection. Never rejects. */
export async function meetInventory(address: string, token: string): Promise<{ me: Me } | { problem: MeetProblem }> {
	let response: Response;
	try {
		response = await fetch(`${address}/api/v1/me`, {
			headers: { authorization: `Bearer ${token}` },
			credentials: "omit",
			cache: "no-store",
			redirect: "error",
			signal: AbortSignal.timeout(15_000),
		});
	} catch {
		return { problem: "unreachable" };
	}
	if (response.status === 401) return { problem: "sign-in" };
	if (response.status === 403) return { problem: "forbidden" };
	if (response.status >= 500) return { problem: "server" };
	const me = Me.safeParse(await response.json().catch(() => undefined));
	return response.ok && me.success ? { me: me.data } : { problem: "no-inventory" };
}

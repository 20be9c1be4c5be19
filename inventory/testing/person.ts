import * as z from "zod/mini";
import { operator } from "../access/permission.ts";
import { inviteStaff } from "../access/staff.ts";
import type { Grant } from "../records/context.ts";
import type { TestInventory } from "./inventory.ts";

const Me = z.looseObject({
	name: z.string(),
	role: z.string(),
	staff: z.nullable(z.string()),
	regions: z.array(z.looseObject({ id: z.string(), name: z.string() })),
});

/** Somebody in the workbench. */
export interface Person {
	me: z.infer<typeof Me>;
	/** The session, as the browser sends it along. */
	cookie: string;
	/** One request from the workbench's own page; `path` under `/api/v1`. */
	call(method: string, path: string, body?: unknown): Promise<Response>;
}

/** Invites somebody and lets them in; or lets in who has a link or a password. */
export async function personIn(
	inventory: TestInventory,
	how:
		| { name: string; email?: string; grants: readonly Grant[] }
		| { link: string }
		| { email: string; password: string },
): Promise<Person> {
	const body = "grants" in how ? { link: (await inviteStaff(inventory.context, operator, how)).link } : how;
	const response = await inventory.call("/api/v1/session", { method: "POST", body });
	if (!response.ok) throw new Error(`Not in: ${response.status} ${await response.text()}`);
	const cookie = response.headers
		.getSetCookie()
		.map((one) => one.split(";")[0] ?? "")
		.join("; ");
	return {
		me: Me.parse(await response.json()),
		cookie,
		call: (method, path, content) =>
			inventory.call(`/api/v1${path}`, {
				method,
				headers: { Cookie: cookie, "Sec-Fetch-Site": "same-origin" },
				...(content !== undefined && { body: content }),
			}),
	};
}

import { Hono } from "hono";
import * as z from "zod/mini";
import { type ApiEnvironment, requireSession, requires } from "../access/authenticate.ts";
import { endSession, endSessions, sessionsOf } from "../access/sessions.ts";
import { changeGrants, inviteStaff, removeStaff, renewLink, requireKnownStaff, staffFor } from "../access/staff.ts";
import { roles } from "../db/schema.ts";
import type { Context } from "../records/context.ts";
import { notFound, Refusal } from "../records/refusal.ts";
import { writeAudit } from "../records/stored.ts";
import { jsonBody } from "./answers.ts";
import { upTo } from "./input.ts";

const Grants = z
	.array(z.object({ region: z.nullable(z.string().check(z.maxLength(100))), role: z.enum(roles) }))
	.check(z.maxLength(200));
const Invitation = z.object({
	name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100), z.regex(/^[^\p{C}]*$/u)),
	email: z.optional(z.email().check(z.maxLength(254))),
	grants: Grants,
});

/** The people who work here. For administrators, each for her own regions; in the workbench only. */
export function staffRoutes(context: Context, { publicUrl }: { publicUrl: string }): Hono<ApiEnvironment> {
	const app = new Hono<ApiEnvironment>();
	const admin = requires(context, "admin");
	const small = upTo(32);
	const idOf = (text: string) => {
		const id = z.uuid().safeParse(text);
		if (id.success) return id.data;
		throw notFound({ nl: "Deze medewerker is er niet (meer).", en: "There is no such member of staff (any more)." });
	};
	const addressOf = (link: string) => `${publicUrl}/workbench/#link=${link}`;

	app.get("/staff", admin, async (c) => c.json({ items: await staffFor(context, c.get("actor")) }));

	app.post("/staff", admin, small, async (c) => {
		const actor = requireSession(c);
		const input = Invitation.safeParse(await jsonBody(c));
		if (!input.success) {
			throw new Refusal(422, "invalid-invitation", {
				nl: "Geef een naam, eventueel een geldig e-mailadres, en minstens één rol.",
				en: "Give a name, a valid e-mail address if any, and at least one role.",
			});
		}
		const { id, link } = await inviteStaff(context, actor, input.data);
		return c.json({ id, link: addressOf(link) }, 201);
	});

	app.put("/staff/:id", admin, small, async (c) => {
		const actor = requireSession(c);
		const input = z.object({ grants: Grants }).safeParse(await jsonBody(c));
		if (!input.success) {
			throw new Refusal(422, "invalid-grants", {
				nl: "Geef grants: voor elke regio (of null) een rol.",
				en: "Give grants: a role for each region (or null).",
			});
		}
		await changeGrants(context, actor, idOf(c.req.param("id")), input.data.grants);
		return c.body(null, 204);
	});

	app.delete("/staff/:id", admin, async (c) => {
		await removeStaff(context, requireSession(c), idOf(c.req.param("id")));
		return c.body(null, 204);
	});

	app.post("/staff/:id/link", admin, async (c) =>
		c.json({ link: addressOf(await renewLink(context, requireSession(c), idOf(c.req.param("id")))) }, 201),
	);

	app.get("/staff/:id/sessions", admin, async (c) => {
		const id = idOf(c.req.param("id"));
		await requireKnownStaff(context, c.get("actor"), id);
		return c.json({ items: await sessionsOf(context, id) });
	});

	app.delete("/staff/:id/sessions", admin, async (c) => {
		const actor = requireSession(c);
		const id = idOf(c.req.param("id"));
		const { name } = await requireKnownStaff(context, actor, id);
		await endSessions(context, id);
		await writeAudit(context, context.db, actor, "end-sessions", null, { name });
		return c.body(null, 204);
	});

	app.delete("/staff/:id/sessions/:session", admin, async (c) => {
		const actor = requireSession(c);
		const id = idOf(c.req.param("id"));
		const { name } = await requireKnownStaff(context, actor, id);
		const session = z.uuid().safeParse(c.req.param("session"));
		if (!session.success || !(await endSession(context, id, session.data)))
			throw notFound({ nl: "Deze sessie is er niet (meer).", en: "There is no such session (any more)." });
		await writeAudit(context, context.db, actor, "end-sessions", null, { name });
		return c.body(null, 204);
	});

	return app;
}

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { onBothEngines, publicUrl, type TestInventory } from "../testing/inventory.ts";
import { personIn } from "../testing/person.ts";
import { operator } from "./permission.ts";
import { inviteStaff } from "./staff.ts";

let server: Server;
let issuer: string;
let up = true;

/** A real provider; whoever signs in says by name who they are, as in `anna`, whose address is `anna@gemeente.example`. */
async function settings() {
	server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	issuer = `http://127.0.0.1:${port}`;
	const provider = new Provider(issuer, {
		clients: [
			{
				client_id: "regiotechniek",
				client_secret: "geheim-van-de-aanbieder-voorbeeld",
				redirect_uris: [`${publicUrl}/api/v1/auth/callback/oidc`],
			},
		],
		claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
		conformIdTokenClaims: false,
		findAccount: (_, sub) => ({
			accountId: sub,
			claims: () => ({ sub, email: `${sub}@gemeente.example`, email_verified: true, name: sub }),
		}),
		cookies: { keys: ["voorbeeld"] },
	});
	const answer = provider.callback();
	server.on("request", (request, response) => {
		if (up) void answer(request, response);
		else response.writeHead(503).end();
	});
	return {
		oidc: { issuer, clientId: "regiotechniek", clientSecret: "geheim-van-de-aanbieder-voorbeeld", name: "Gemeente" },
	};
}

onBothEngines(
	"signing in through an organisation",
	(opened) => {
		let inventory: TestInventory;
		beforeAll(() => {
			inventory = opened();
		});
		afterAll(async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		});

		/** Cookies of one browser, by name. */
		class Jar {
			readonly #held = new Map<string, string>();

			keep(response: Response): void {
				for (const line of response.headers.getSetCookie()) {
					const [pair = "", ...attributes] = line.split(";");
					const [name = "", value = ""] = pair.split(/=(.*)/s);
					if (attributes.some((one) => /max-age=0/i.test(one))) this.#held.delete(name);
					else this.#held.set(name, value);
				}
			}

			get header(): string {
				return [...this.#held].map(([name, value]) => `${name}=${value}`).join("; ");
			}
		}

		async function begin(jar: Jar): Promise<URL> {
			const response = await inventory.call("/api/v1/session/provider", {
				method: "POST",
				body: {},
				headers: { "Sec-Fetch-Site": "same-origin", Cookie: jar.header },
			});
			expect(response.status).toBe(200);
			jar.keep(response);
			return new URL(z.object({ url: z.string() }).parse(await response.json()).url);
		}

		/** Goes through the provider's own pages as `login`; gives the address that it sends the browser back to. */
		async function throughProvider(start: URL, login: string): Promise<URL> {
			const jar = new Jar();
			let at = start;
			let body: string | undefined;
			for (let steps = 0; steps < 12; steps += 1) {
				const response = await fetch(at, {
					redirect: "manual",
					headers: { Cookie: jar.header, ...(body && { "Content-Type": "application/x-www-form-urlencoded" }) },
					...(body && { method: "POST", body }),
				});
				jar.keep(response);
				const location = response.headers.get("location");
				body = undefined;
				if (location) {
					at = new URL(location, at);
					if (at.href.startsWith(publicUrl)) return at;
					continue;
				}
				const page = await response.text();
				const action = /action="([^"]+)"/.exec(page)?.[1];
				if (!action) throw new Error(`No form at ${at.href}: ${response.status} ${page.slice(0, 400)}`);
				const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? "";
				body = new URLSearchParams({ prompt, ...(prompt === "login" && { login, password: "x" }) }).toString();
				at = new URL(action, at);
			}
			throw new Error("The provider never sent the browser back");
		}

		const comeBack = (jar: Jar, { pathname, search }: URL) =>
			inventory.call(`${pathname}${search}`, { headers: { Cookie: jar.header, "Sec-Fetch-Site": "cross-site" } });

		async function signIn(login: string) {
			const jar = new Jar();
			const response = await comeBack(jar, await throughProvider(await begin(jar), login));
			jar.keep(response);
			const me = await inventory.call("/api/v1/me", { headers: { Cookie: jar.header } });
			return { location: response.headers.get("location"), status: response.status, me };
		}

		describe("signing in with an account from elsewhere", () => {
			it("says so while the provider is away, and goes on when it is back", async () => {
				up = false;
				const response = await inventory.call("/api/v1/session/provider", { method: "POST", body: {} });
				expect([response.status, await response.text()]).toEqual([
					401,
					expect.stringContaining("Gemeente antwoordt niet"),
				]);
				up = true;
				expect((await begin(new Jar())).href).toContain(`${issuer}/auth?`);
			});

			it("lets in who was invited at that address, and again by the account when the address has changed", async () => {
				const grants = [{ region: "flevoland", role: "editor" }] as const;
				await inviteStaff(inventory.context, operator, { name: "Anna", email: "Anna@gemeente.example", grants });
				const first = await signIn("anna");
				expect([first.status, first.location]).toEqual([302, "/workbench/"]);
				expect(await first.me.json()).toMatchObject({ name: "Anna", role: "editor", regions: [{ id: "flevoland" }] });
				await inventory.context.db.execute(
					"update staff set email = 'anna.nieuw@gemeente.example' where name = 'Anna'",
				);
				expect((await signIn("anna")).me.status).toBe(200);
				const kept = await inventory.context.db.execute("select access_token, id_token from sign_in_methods");
				expect(JSON.stringify(kept)).not.toMatch(/"(?:access|id)_token":"/);
			});

			it("keeps out who was not invited, and says so", async () => {
				const stranger = await signIn("vreemd");
				expect([stranger.location, stranger.me.status]).toEqual(["/workbench/#sign-in=not-invited", 401]);
				const people = await inventory.context.db.execute("select name from staff where name = 'vreemd'");
				expect(JSON.stringify(people)).not.toContain("vreemd");
			});

			it("does not take the account of whoever wrote down somebody else's address as their own", async () => {
				const mallory = await personIn(inventory, { name: "Mallory", grants: [{ region: null, role: "clipper" }] });
				const password = { password: "vier woorden op een rij", email: "bert@gemeente.example" };
				expect((await mallory.call("PUT", "/account/password", password)).status).toBe(204);
				const bert = await signIn("bert");
				expect([bert.location, bert.me.status]).toEqual(["/workbench/#sign-in=not-invited", 401]);
			});

			it("takes no answer that it did not ask for, and none twice or in another browser", async () => {
				const [mine, theirs] = [new Jar(), new Jar()];
				const back = await throughProvider(await begin(mine), "anna");
				await begin(theirs);
				expect((await comeBack(theirs, back)).headers.get("location")).toBe("/workbench/#sign-in=refused");
				const jar = new Jar();
				const used = await throughProvider(await begin(jar), "anna");
				expect((await comeBack(jar, used)).headers.get("location")).toBe("/workbench/");
				expect((await comeBack(jar, used)).headers.get("location")).toBe("/workbench/#sign-in=refused");
				const forged = new URL(`${publicUrl}/api/v1/auth/callback/oidc?code=x&state=y`);
				expect((await comeBack(new Jar(), forged)).headers.get("location")).toBe("/workbench/#sign-in=refused");
			});

			it("comes back to the workbench and nowhere else, whatever the request asks", async () => {
				const jar = new Jar();
				const response = await inventory.call("/api/v1/session/provider?callbackURL=https://elders.example", {
					method: "POST",
					body: {
						callbackURL: "https://elders.example",
						redirectTo: "//elders.example",
						errorCallbackURL: "https://elders.example",
					},
					headers: { "Sec-Fetch-Site": "same-origin" },
				});
				jar.keep(response);
				const { url } = z.object({ url: z.string() }).parse(await response.json());
				expect(new URL(url).searchParams.get("redirect_uri")).toBe(`${publicUrl}/api/v1/auth/callback/oidc`);
				const back = await comeBack(jar, await throughProvider(new URL(url), "anna"));
				expect(back.headers.get("location")).toBe("/workbench/");
			});
		});
	},
	settings,
);

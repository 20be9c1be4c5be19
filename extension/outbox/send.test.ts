import { v7 as uuidv7 } from "uuid";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ClipServer, goodToken, startClipServer } from "../../test/support/clip-server.ts";
import { sendClip } from "./send.ts";

const clip = {
	kind: "initiative",
	region: "flevoland",
	record: { title: "Techlab" },
	source: { url: "https://a.nl/", capturedAt: "2026-04-20T12:00:00+02:00", evidence: {} },
};

describe("sending a clip", () => {
	let server: ClipServer;
	beforeEach(async () => {
		server = await startClipServer();
	});
	afterEach(() => server.stop());

	const connection = (token = goodToken) => ({
		address: server.url,
		token,
		region: "flevoland",
		regions: [],
		name: "",
	});
	const send = (body: unknown = clip, token?: string, id = uuidv7()) => sendClip(connection(token), id, body, "nl");

	it("is stored only with a receipt for this very clip", async () => {
		const id = uuidv7();
		expect(await send(clip, goodToken, id)).toMatchObject({ result: "stored", receipt: { id } });
		server.mood = "portal";
		expect(await send()).toMatchObject({ result: "again", trouble: "unreadable" });
	});

	it("is tried again when the server is not well or not there, or the answer was cut off", async () => {
		for (const mood of [500, 503] as const) {
			server.mood = mood;
			expect(await send()).toMatchObject({ result: "again", trouble: "server" });
		}
		server.mood = "cut";
		expect(await send()).toMatchObject({ result: "again", trouble: "network" });
		await server.stop();
		expect(await send()).toMatchObject({ result: "again", trouble: "network" });
		await server.start();
	});

	it("pauses everything when we are not known or may not", async () => {
		expect(await send(clip, "rt_verkeerd-teken")).toEqual({ result: "pause", reason: "sign-in" });
		server.mood = 403;
		expect(await send()).toEqual({ result: "pause", reason: "forbidden" });
	});

	it("is refused with the server's sentences", async () => {
		expect(await send({ ...clip, record: { title: "" } })).toMatchObject({
			result: "refused",
			refusal: { status: 422, errors: [{ field: "record.title" }] },
		});
		server.mood = 409;
		expect(await send()).toMatchObject({ result: "refused", refusal: { status: 409, revision: 4, fields: ["title"] } });
		server.mood = 413;
		expect(await send()).toMatchObject({
			result: "refused",
			refusal: { status: 413, sentence: "Dit kan nu niet (413)." },
		});
	});
});

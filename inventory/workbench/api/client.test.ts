import { describe, expect, it } from "vitest";
import { ApiRefusal, Unreachable, UnreadableAnswer } from "../../browser/failure.ts";
import { createClient } from "./client.ts";

/** A client over a fetch that answers with `answer` and remembers what was asked. */
function clientFor(answer: () => Response | Promise<Response>) {
	const asked: { url: string; init: RequestInit }[] = [];
	const client = createClient({
		language: () => "nl",
		fetch: async (input, init) => {
			asked.push({ url: String(input), init: init ?? {} });
			return answer();
		},
	});
	return { client, asked };
}

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });

describe("the client of the staff API", () => {
	it("asks for records with only the filters that are set, in the reader's language", async () => {
		const counts = { clipped: 1, "in-review": 0, published: 0, archived: 0, merged: 0 };
		const { client, asked } = clientFor(() => json({ items: [], total: 0, next: null, counts }));
		await client.records({ filters: { state: "clipped", q: "las & draai" }, after: undefined });
		expect(asked[0]?.url).toBe("/api/v1/records?state=clipped&q=las+%26+draai");
		expect(new Headers(asked[0]?.init.headers).get("accept-language")).toBe("nl");
	});

	it("keeps an address inside the API whatever the id is", async () => {
		const { client, asked } = clientFor(() => json({}, 404));
		await client.record("../session").catch(() => undefined);
		expect(asked[0]?.url).toBe("/api/v1/records/..%2Fsession");
	});

	it("gives a refusal with its problem and fields", async () => {
		const errors = [{ field: "title", message: "Dit veld is leeg: vul het in." }];
		const { client } = clientFor(() => json({ type: "about:blank", title: "Nee", status: 422, errors }, 422));
		const refusal = await client.save("x", {}, 1).catch((error: unknown) => error);
		expect(refusal).toBeInstanceOf(ApiRefusal);
		expect(refusal).toMatchObject({ status: 422, problem: { errors } });
	});

	it("gives a refusal without problem when a proxy answers HTML", async () => {
		const { client } = clientFor(() => new Response("<h1>Bad gateway</h1>", { status: 502 }));
		await expect(client.me()).rejects.toMatchObject({ status: 502, problem: undefined });
	});

	it("says unreachable when there is no answer", async () => {
		const { client } = clientFor(() => Promise.reject(new TypeError("Failed to fetch")));
		await expect(client.me()).rejects.toBeInstanceOf(Unreachable);
	});

	it("says unreadable when an answer is not what the API promises", async () => {
		const { client } = clientFor(() => json({ name: "Sanne", role: "emperor", regions: [] }));
		await expect(client.me()).rejects.toBeInstanceOf(UnreadableAnswer);
	});
});

import { startService, type TestService } from "../support/service.ts";
import type { HostileRecord } from "./hostile-records.ts";

export const region = "proefregio";
export const regionName = `Proef </title></script><img src=x onerror=globalThis.hacked=1>`;

export interface HostileInventory {
	service: TestService;
	/** Puts a clip; gives the status and body of the answer. */
	clip(id: string, kind: string, record: object): Promise<{ status: number; body: unknown }>;
	publish(id: string): Promise<number>;
	text(path: string): Promise<string>;
}

/** A service with one region, and `records` clipped and published the way staff do it. */
export async function startHostileInventory(records: readonly HostileRecord[]): Promise<HostileInventory> {
	const service = await startService({ sample: false });
	try {
		return await filled(service, records);
	} catch (error) {
		await service.stop();
		throw error;
	}
}

async function filled(service: TestService, records: readonly HostileRecord[]): Promise<HostileInventory> {
	const { url } = service;
	await service.command("region", "add", "--id", region, "--name", regionName);
	const token = await service.token("editor");
	const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
	const send = async (method: string, path: string, body: object) => {
		const answer = await fetch(url + path, { method, headers, body: JSON.stringify(body) });
		return { status: answer.status, body: await answer.json() };
	};
	const inventory: HostileInventory = {
		service,
		clip: (id, kind, record) =>
			send("PUT", `/api/v1/clips/${id}`, {
				kind,
				region,
				record,
				source: { url: `https://inventory.example/${id}`, capturedAt: new Date().toISOString() },
			}),
		publish: async (id) => (await send("POST", `/api/v1/records/${id}/publish`, {})).status,
		async text(path) {
			const answer = await fetch(url + path);
			if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
			return answer.text();
		},
	};
	for (const { id, kind, record } of records) {
		const { status, body } = await inventory.clip(id, kind, record);
		if (status !== 201) throw new Error(`${JSON.stringify(record)}: ${status} ${JSON.stringify(body)}`);
	}
	// All at once: the inventory writes a region's files once for the calls that come meanwhile.
	const published = await Promise.all(records.map(({ id }) => inventory.publish(id)));
	if (published.some((status) => status !== 200)) throw new Error(`Not all were published: ${published}`);
	return inventory;
}

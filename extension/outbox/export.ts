import { listDrafts } from "../draft/draft-store.ts";
import { listEntries, readPause } from "./outbox.ts";

/** Everything that is kept on this device, for a person to take along. The token is not in it. */
export async function exportOf(now = new Date()): Promise<{ name: string; json: string }> {
	const [clips, drafts, pause] = await Promise.all([listEntries(), listDrafts(), readPause()]);
	const content = { format: "regiotechniek-clipper/1", exportedAt: now.toISOString(), clips, drafts, pause };
	return { name: `clipper-${now.toISOString().slice(0, 10)}.json`, json: `${JSON.stringify(content, null, "\t")}\n` };
}

/** Hands a file to the browser to keep. */
export function download({ name, json }: { name: string; json: string }): void {
	const link = document.createElement("a");
	link.href = URL.createObjectURL(new Blob([json], { type: "application/json" }));
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Whether what npm says it installed is what the lockfile asks for; both as parsed JSON. */
export function agrees(wanted: unknown, installed: unknown): boolean;
export function ensureInstalled(): Promise<void>;

import { inject } from "vitest";
import type { TestProject } from "vitest/node";
import { createToken, type Role, startService } from "./service.ts";

declare module "vitest" {
	interface ProvidedContext {
		service: { url: string; dataDir: string; databaseUrl: string | undefined };
	}
}

/** Before the first test across rooms: a service with the sample regions, for all files that take nothing away from others. */
export default async function start(project: TestProject) {
	const service = await startService({ seconds: 240 });
	const { url, dataDir, databaseUrl } = service;
	project.provide("service", { url, dataDir, databaseUrl });
	return async () => void (await service.stop());
}

export interface SharedService {
	/** Without a trailing slash. */
	readonly url: string;
	token(role: Role): Promise<string>;
}

/**
 * The service that test files share, since starting one takes seconds. For files that read, or write only what nobody else
 * looks at, such as a managed widget with a name of its own; who changes records or stops the service starts one.
 */
export function sharedService(): SharedService {
	const { url, dataDir, databaseUrl } = inject("service");
	const options = { dataDir, port: Number(new URL(url).port), ...(databaseUrl && { databaseUrl }) };
	return { url, token: (role) => createToken(options, role, `test ${role}`) };
}

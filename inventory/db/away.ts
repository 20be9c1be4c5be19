const codes = new Set([
	"ECONNREFUSED",
	"ECONNRESET",
	"ENOTFOUND",
	"ETIMEDOUT",
	"CONNECTION_CLOSED",
	"CONNECTION_ENDED",
	"CONNECTION_DESTROYED",
	"CONNECT_TIMEOUT",
]);

/** Classes 08 (connection exception) and 57P (operator intervention) of PostgreSQL's codes. */
const serverCodes = /^(?:08|57P)/;

/** Whether something went wrong because the database is away, so that trying again later helps. */
export function isAway(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const code = "code" in error && typeof error.code === "string" ? error.code : "";
	return codes.has(code) || serverCodes.test(code) || isAway(error.cause);
}

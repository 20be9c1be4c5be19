import type { BetterAuthOptions, DBAdapter, DBTransactionAdapter } from "better-auth";
import { digest } from "./digest.ts";

type Where = NonNullable<Parameters<DBAdapter["findMany"]>[0]["where"]>;

/** Sessions are asked for by their token: ask by its hash. Returns what was asked for too, to put back into the answer. */
function hashedWhere(model: string, where: Where): { where: Where; token: string | undefined } {
	let token: string | undefined;
	if (model !== "session") return { where, token };
	const hashed = where.map((one) => {
		if (one.field !== "token") return one;
		if (typeof one.value === "string") {
			token = one.value;
			return { ...one, value: digest(one.value) };
		}
		return Array.isArray(one.value) ? { ...one, value: one.value.map((value) => digest(String(value))) } : one;
	});
	return { where: hashed, token };
}

const withToken = <T>(row: T, token: string | undefined): T =>
	token !== undefined && row !== null && typeof row === "object" ? { ...row, token } : row;

function overTransaction(inner: DBTransactionAdapter<BetterAuthOptions>): DBTransactionAdapter<BetterAuthOptions> {
	return {
		...inner,
		async create<T extends Record<string, unknown>, R = T>(input: {
			model: string;
			data: Omit<T, "id">;
			select?: string[] | undefined;
			forceAllowId?: boolean | undefined;
		}): Promise<R> {
			const token: unknown = Reflect.get(input.data, "token");
			if (input.model !== "session" || typeof token !== "string") return inner.create<T, R>(input);
			return withToken(await inner.create<T, R>({ ...input, data: { ...input.data, token: digest(token) } }), token);
		},
		async findOne<T>(input: Parameters<DBAdapter["findOne"]>[0]) {
			const { where, token } = hashedWhere(input.model, input.where);
			return withToken(await inner.findOne<T>({ ...input, where }), token);
		},
		findMany: <T>(input: Parameters<DBAdapter["findMany"]>[0]) =>
			inner.findMany<T>(input.where ? { ...input, where: hashedWhere(input.model, input.where).where } : input),
		async update<T>(input: Parameters<DBAdapter["update"]>[0]) {
			const { where, token } = hashedWhere(input.model, input.where);
			return withToken(await inner.update<T>({ ...input, where }), token);
		},
		delete: (input) => inner.delete({ ...input, where: hashedWhere(input.model, input.where).where }),
		deleteMany: (input) => inner.deleteMany({ ...input, where: hashedWhere(input.model, input.where).where }),
	};
}

/**
 * better-auth keeps the token of a session as it is; whoever reads a database or a backup of it could use that. Here it is
 * kept as its SHA-256, like every other secret.
 */
export const hashedSessions =
	(make: (options: BetterAuthOptions) => DBAdapter<BetterAuthOptions>) =>
	(options: BetterAuthOptions): DBAdapter<BetterAuthOptions> => {
		const inner = make(options);
		return {
			...inner,
			...overTransaction(inner),
			transaction: (run) => inner.transaction((tx) => run(overTransaction(tx))),
		};
	};

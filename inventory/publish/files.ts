import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Of its own memory, so that an answer can carry it as it is. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A body in the three forms in which it goes over the wire. */
export interface Variants {
	identity: Bytes;
	br: Bytes;
	gzip: Bytes;
	/** Strong ETag of the identity form, without quotes; the others add a suffix. */
	tag: string;
}

/** `quality` is brotli's. 11 is 1% smaller than 10 and takes three times as long; 5 is for what is made for one reader. */
export async function variantsOf(text: string, quality = 10): Promise<Variants> {
	const identity = Buffer.from(text);
	const [br, gz] = await Promise.all([
		brotli(identity, {
			params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length },
		}),
		gzipped(identity, { level: quality > 8 ? 9 : 6 }),
	]);
	return own(identity, br, gz);
}

const own = (identity: Buffer, br: Buffer, gz: Buffer): Variants => ({
	identity: new Uint8Array(identity),
	br: new Uint8Array(br),
	gzip: new Uint8Array(gz),
	tag: tagOf(identity),
});

const tagOf = (body: Buffer) => createHash("sha256").update(body).digest("base64url").slice(0, 27);

export async function writeWhole(path: string, body: Uint8Array): Promise<void> {
	const draft = `${path}.${randomUUID()}.tmp`;
	try {
		await writeFile(draft, body);
		await rename(draft, path);
	} catch (error) {
		await rm(draft, { force: true });
		throw error;
	}
}

export const readText = async (path: string): Promise<string | undefined> => {
	try {
		return await readFile(path, "utf8");
	} catch {
		return undefined;
	}
};

/**
 * Writes `text` with its brotli and gzip forms, each renamed into place so that nobody reads half a file.
 * The identity form comes last: it is what readers look for. Returns whether anything changed.
 */
export async function writePublished(path: string, text: string): Promise<boolean> {
	if ((await readText(path)) === text) return false;
	await mkdir(dirname(path), { recursive: true });
	const variants = await variantsOf(text);
	await writeWhole(`${path}.br`, variants.br);
	await writeWhole(`${path}.gz`, variants.gzip);
	await writeWhole(path, variants.identity);
	return true;
}

/** Reads what {@link writePublished} wrote, or undefined where nothing was published. A missing variant is made again. */
export async function readPublished(path: string): Promise<Variants | undefined> {
	try {
		const [identity, br, gz] = await Promise.all([readFile(path), readFile(`${path}.br`), readFile(`${path}.gz`)]);
		return own(identity, br, gz);
	} catch {
		const text = await readText(path);
		return text === undefined ? undefined : variantsOf(text);
	}
}

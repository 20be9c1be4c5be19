import { createHash, randomUUID } from "node:crypto";
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
const unbrotlied = promisify(brotliDecompress);
const gunzipped = promisify(gunzip);

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

export const readText = async (path: string): Promise<string | undefined> => {
	try {
		return await readFile(path, "utf8");
	} catch {
		return undefined;
	}
};

/** A body that lies beside its place, ready to be put there by renaming; until then readers have the old one. */
export interface Draft {
	/** Puts it in its place. */
	place(): Promise<void>;
	/** Takes it away unused. */
	drop(): Promise<void>;
}

const draftEnding = ".tmp";

async function draftOf(path: string, body: Uint8Array): Promise<Draft> {
	const draft = `${path}.${randomUUID()}${draftEnding}`;
	const drop = () => rm(draft, { force: true });
	try {
		await writeFile(draft, body);
	} catch (error) {
		await drop();
		throw error;
	}
	return { place: () => rename(draft, path), drop };
}

/** Whether a file is for the public, not one that is being written. */
export const isPublic = (name: string) => !name.endsWith(draftEnding);

/** Writes a file that readers see whole or not at all, in a folder that may not be there yet. */
export async function placeWhole(path: string, body: Uint8Array): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	await (await draftOf(path, body)).place();
}

/** Takes away what a killed process left half done. Only for who is alone in `folder`. */
export async function dropLeftovers(folder: string): Promise<void> {
	for (const name of await readdir(folder).catch(() => []))
		if (name.endsWith(draftEnding)) await rm(join(folder, name), { force: true });
}

/** Prepares a file without compressed forms, unless it stands there already. */
export async function prepareWhole(path: string, text: string): Promise<Draft[]> {
	if ((await readText(path)) === text) return [];
	await mkdir(dirname(path), { recursive: true });
	return [await draftOf(path, Buffer.from(text))];
}

/** Larger than this, the last per cents of compression take longer than anybody wants to wait for a publication. */
const large = 500_000;

/** How a file is compressed: `small` for what partners' pages load, `soon` for what is fetched now and then and is written often. */
export type Pressed = "small" | "soon";

/**
 * Compresses `text` for `path`; gives what writes the drafts, or undefined when it stands there already. `checked` has the paths whose
 * compressed forms are known to be of the same text: a process that was killed between two renames leaves forms that differ.
 */
export async function pressed(
	path: string,
	text: string,
	checked?: Set<string>,
	how: Pressed = "small",
): Promise<(() => Promise<Draft[]>) | undefined> {
	if ((await readText(path)) === text && (checked?.has(path) || (await isWhole(path)))) {
		checked?.add(path);
		return undefined;
	}
	const variants = await variantsOf(text, how === "soon" || text.length > large ? 5 : 10);
	checked?.add(path);
	return async () => {
		await mkdir(dirname(path), { recursive: true });
		return [
			await draftOf(`${path}.br`, variants.br),
			await draftOf(`${path}.gz`, variants.gzip),
			await draftOf(path, variants.identity),
		];
	};
}

/**
 * Prepares `text` with its brotli and gzip forms; nothing when it stands there already. The identity form is the last to be
 * placed: it is what readers look for. Takes what {@link pressed} takes.
 */
export const preparePublished = async (...what: Parameters<typeof pressed>): Promise<Draft[]> =>
	(await (await pressed(...what))?.()) ?? [];

/** {@link preparePublished}, placed at once. Returns whether anything changed. */
export async function writePublished(path: string, text: string): Promise<boolean> {
	const drafts = await preparePublished(path, text);
	for (const draft of drafts) await draft.place();
	return drafts.length > 0;
}

async function isWhole(path: string): Promise<boolean> {
	try {
		const [identity, br, gz] = await Promise.all([readFile(path), readFile(`${path}.br`), readFile(`${path}.gz`)]);
		return await belongTogether(identity, br, gz);
	} catch {
		return false;
	}
}

async function belongTogether(identity: Buffer, br: Buffer, gz: Buffer): Promise<boolean> {
	const options = { maxOutputLength: identity.length + 1 };
	const [one, other] = await Promise.all([unbrotlied(br, options), gunzipped(gz, options)]);
	return identity.equals(one) && identity.equals(other);
}

/**
 * Reads what {@link writePublished} wrote, or undefined where nothing was published. A compressed form that is missing, or of
 * another text because somebody is just placing it, is made again.
 */
export async function readPublished(path: string): Promise<Variants | undefined> {
	try {
		const [identity, br, gz] = await Promise.all([readFile(path), readFile(`${path}.br`), readFile(`${path}.gz`)]);
		if (await belongTogether(identity, br, gz)) return own(identity, br, gz);
		return await variantsOf(identity.toString(), 5);
	} catch {
		const text = await readText(path);
		return text === undefined ? undefined : variantsOf(text, 5);
	}
}

/** Names a folder the same for every process that has it, wherever it is mounted. Makes the name with the first use. */
export async function folderId(folder: string): Promise<string> {
	const path = join(folder, "folder-id");
	const standing = await readText(path);
	if (standing) return standing;
	await mkdir(folder, { recursive: true });
	const draft = `${path}.${randomUUID()}${draftEnding}`;
	await writeFile(draft, randomUUID());
	// Of two who come at once the first stays: a link is not made over what is there.
	await link(draft, path).catch(() => {});
	await rm(draft, { force: true });
	return (await readText(path)) ?? folder;
}

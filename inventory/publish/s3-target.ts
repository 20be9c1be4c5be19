import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { AwsClient } from "aws4fetch";
import type { PublishTo } from "../env.ts";
import { networkFiles } from "../insight/network/network-files.ts";
import { isPublic } from "./files.ts";
import { feedCaching, mediaTypes } from "./render.ts";
import { type Target, TargetError } from "./target.ts";

type Bucket = Extract<PublishTo, { bucket: string }>;

/** Milliseconds for one request to the store. */
const patience = 30_000;

/** So many files are sent at a time. */
const atOnce = 8;

const encodings: Record<string, string> = { ".br": "br", ".gz": "gzip" };

/** What a store must say of a file, since it only knows the name: its type, how it is compressed and how long it may be kept. */
function headersOf(name: string): Record<string, string> {
	const [, form = "json", ending = ""] = /\.(json|ics|rss|csv|graphml)(\.br|\.gz)?$/.exec(name) ?? [];
	const types: Record<string, string> = { ...mediaTypes, graphml: networkFiles["network.graphml"] };
	const type = types[form] ?? "application/octet-stream";
	const encoding = encodings[ending];
	return {
		"Content-Type": `${type}; charset=utf-8`,
		"Cache-Control": feedCaching,
		...(encoding && { "Content-Encoding": encoding }),
	};
}

const unescapeXml = (text: string) =>
	text.replace(
		/&(lt|gt|quot|apos|amp);/g,
		(_, name: string) => ({ lt: "<", gt: ">", quot: '"', apos: "'" })[name] ?? "&",
	);

const tagged = (xml: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];

/**
 * A copy in a store that speaks S3 (https://docs.aws.amazon.com/AmazonS3/latest/API/). Next to each file lie its compressed
 * forms as `<name>.br` and `<name>.gz`, with their Content-Encoding, for a CDN to choose from. What stands there is compared by
 * its ETag, which for what is sent in one piece is the MD5 of the body.
 */
export function s3Target({ endpoint, region, bucket, prefix, accessKeyId, secretAccessKey }: Bucket): Target {
	const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 3 });
	const root = `${endpoint}/${bucket}`;
	const keyOf = (name: string) => (prefix ? `${prefix}/${name}` : name);
	const addressOf = (key: string) => `${root}/${key.split("/").map(encodeURIComponent).join("/")}`;

	async function ask(url: string, init: RequestInit = {}): Promise<Response> {
		const response = await client
			.fetch(url, { ...init, signal: AbortSignal.timeout(patience) })
			// The message of a failed fetch names nothing that the operator could use.
			.catch((error: unknown) => {
				throw new TargetError(`${new URL(url).host}: ${error instanceof Error ? error.message : error}`);
			});
		if (response.ok || (init.method === "DELETE" && response.status === 404)) return response;
		throw new TargetError(
			`${init.method ?? "GET"} ${new URL(url).pathname}: ${response.status} ${tagged(await response.text(), "Code") ?? ""}`,
		);
	}

	/** The keys under a prefix with their ETags. */
	async function standingUnder(under: string): Promise<Map<string, string>> {
		const found = new Map<string, string>();
		let token: string | undefined;
		do {
			const query = new URLSearchParams({
				"list-type": "2",
				prefix: under,
				...(token && { "continuation-token": token }),
			});
			const xml = await (await ask(`${root}?${query}`)).text();
			for (const [, content = ""] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
				const key = tagged(content, "Key");
				if (key) found.set(unescapeXml(key), unescapeXml(tagged(content, "ETag") ?? "").replaceAll('"', ""));
			}
			const next = tagged(xml, "IsTruncated") === "true" ? tagged(xml, "NextContinuationToken") : undefined;
			token = next && unescapeXml(next);
		} while (token);
		return found;
	}

	return {
		name: `s3://${bucket}${prefix ? `/${prefix}` : ""}`,
		async sync(folder, part) {
			const standing = await standingUnder(`${keyOf(part)}/`);
			const names = (await readdir(join(folder, part)).catch(() => [])).filter(isPublic);
			// Compressed forms first: the plain one is what readers look for.
			const [compressed, plain] = [
				names.filter((name) => /\.(?:br|gz)$/.test(name)),
				names.filter((name) => !/\.(?:br|gz)$/.test(name)),
			];
			for (const group of [compressed, plain]) {
				for (let at = 0; at < group.length; at += atOnce) {
					await Promise.all(
						group.slice(at, at + atOnce).map(async (name) => {
							const key = keyOf(`${part}/${name}`);
							const body = new Uint8Array(await readFile(join(folder, part, name)));
							const same = standing.get(key) === createHash("md5").update(body).digest("hex");
							standing.delete(key);
							if (!same) await ask(addressOf(key), { method: "PUT", headers: headersOf(name), body });
						}),
					);
				}
			}
			for (const key of standing.keys()) await ask(addressOf(key), { method: "DELETE" });
		},
	};
}

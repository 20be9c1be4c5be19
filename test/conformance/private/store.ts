import { join } from "node:path";
import S3rver from "s3rver";
import { freePort } from "../../support/free-port.ts";

const bucket = "regio-open";

/** An object store under `folder`, with the environment that has a service publish to it. What it keeps lies there as files. */
export async function openStore(folder: string) {
	const port = await freePort();
	const directory = join(folder, "store");
	const store = new S3rver({
		address: "127.0.0.1",
		port,
		silent: true,
		directory,
		configureBuckets: [{ name: bucket, configs: [] }],
	});
	await store.run();
	return {
		folder: join(directory, bucket),
		env: {
			PUBLISH_TO: `s3://${bucket}/open`,
			S3_ENDPOINT: `http://127.0.0.1:${port}`,
			S3_REGION: "us-east-1",
			// What s3rver takes (its README); nothing secret.
			S3_ACCESS_KEY_ID: "S3RVER",
			S3_SECRET_ACCESS_KEY: "S3RVER",
		},
		close: () => store.close(),
	};
}

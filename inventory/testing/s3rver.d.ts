declare module "s3rver" {
	import type { EventEmitter } from "node:events";

	/** The part that the tests use: https://github.com/jamhall/s3rver */
	export default class S3rver extends EventEmitter {
		constructor(options: {
			address: string;
			port: number;
			silent: boolean;
			directory: string;
			configureBuckets: { name: string; configs: string[] }[];
		});
		run(): Promise<{ address: string; port: number }>;
		close(): Promise<void>;
	}
}

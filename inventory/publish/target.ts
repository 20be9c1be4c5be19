/** Where the public files go beside the folder that the service itself reads: another folder, or an object store. */
export interface Target {
	/** Names it without secrets, the same in every process. */
	readonly name: string;
	/** Makes what is under `part` (such as `feeds/flevoland`) the same as in `folder`: what changed is sent, what is gone removed. */
	sync(folder: string, part: string): Promise<void>;
}

/** A target could not be brought up to date. What the service itself serves is. */
export class TargetError extends Error {}

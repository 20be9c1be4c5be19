import type { WidgetProblem } from "../../shared/messages/widgets.ts";

export type FeedProblemCode = Exclude<WidgetProblem, "region" | "value" | "dropped" | "part">;

/** An expected failure of a feed; anything else that is thrown is a bug. */
export class FeedProblem extends Error {
	readonly code: FeedProblemCode;
	/** The HTTP status, where there was an answer. */
	readonly status: number | undefined;

	/** `detail` is what the sentence about it needs: a server's explanation, a kind, a format. */
	constructor(code: FeedProblemCode, detail = "", status?: number) {
		super(detail);
		this.code = code;
		this.status = status;
	}
}

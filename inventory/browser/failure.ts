import type { Problem } from "../../shared/model/problem.ts";

/** The inventory answered no, with a reason. */
export class ApiRefusal extends Error {
	readonly status: number;
	readonly problem: Problem | undefined;

	constructor(status: number, problem: Problem | undefined) {
		super(problem?.title ?? `HTTP ${status}`);
		this.status = status;
		this.problem = problem;
	}
}

/** No answer: the network, the service or the patience ended. Nothing is known about what happened on the other side. */
export class Unreachable extends Error {}

/** An answer that is not what the API promises. */
export class UnreadableAnswer extends Error {}

export type Failure = ApiRefusal | Unreachable | UnreadableAnswer;

export const isFailure = (error: unknown): error is Failure =>
	error instanceof ApiRefusal || error instanceof Unreachable || error instanceof UnreadableAnswer;

/** What a page of ours says about failures. */
interface FailureMessages {
	failure: { unreachable: string; unreadable: string; forbidden: string; other: (status: number) => string };
}

/** One or two sentences for the person who waits. The service's own words come first: it knows why. */
export function sentenceOf(failure: Failure, messages: FailureMessages): string {
	if (failure instanceof Unreachable) return messages.failure.unreachable;
	if (failure instanceof UnreadableAnswer) return messages.failure.unreadable;
	if (failure.problem) return [failure.problem.title, failure.problem.detail].filter(Boolean).join(" ");
	return failure.status === 403 ? messages.failure.forbidden : messages.failure.other(failure.status);
}

/** How many tests passed and failed, and what a person should know about it. */
export interface Count {
	passed: number;
	failed: number;
	notes: string[];
}

export function countVitest(report: unknown, exitCode: number): Count;
export function countBrowserTests(sessions: unknown, exitCode: number): Count;
export function totalOf(counts: readonly Count[]): { passed: number; failed: number };

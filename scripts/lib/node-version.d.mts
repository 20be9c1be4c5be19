/** What is wrong with this Node, for the person at the terminal; undefined when it will do. */
export function nodeProblem(version: string): string | undefined;
export function requireNode(): void;

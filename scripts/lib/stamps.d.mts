/** What a target is made of and what it makes; all paths relative to the repository. */
export interface Target {
	inputs: readonly string[];
	except?: readonly string[];
	outputs: readonly string[];
}

export function filesUnder(root: string, paths: readonly string[], except?: readonly string[]): string[];
export function hashOf(root: string, target: Target): string;
export function readStamps(file: string): Record<string, string>;
export function writeStamp(file: string, name: string, hash: string): void;
export function isStale(root: string, target: Target, stamp: string | undefined): boolean;

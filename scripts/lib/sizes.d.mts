export interface Budget {
	page: string;
	file: string;
	budget?: number;
}
export interface Size extends Budget {
	raw: number;
	gzip: number;
	brotli: number;
	good: boolean;
}
export const budgets: Budget[];
/** Who loads a file of `dist/embed`, by its path there. */
export function loaderOf(path: string): string;
export function measureSizes(root: string): Size[];
export function sizeTable(sizes: readonly Size[]): string;

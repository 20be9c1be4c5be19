import "@custom-elements-manifest/analyzer";

/** What the analyzer documents for use in a program (its readme, "Programmatic usage") but leaves out of its own types. */
declare module "@custom-elements-manifest/analyzer" {
	interface SourceFile {
		readonly fileName: string;
	}
	export const ts: {
		createSourceFile(name: string, text: string, target: number, setParentNodes: boolean): SourceFile;
		ScriptTarget: { ES2022: number };
	};
	/** Gives a manifest (custom-elements.json). Paths in it are the names of the files. */
	export function create(options: { modules: SourceFile[]; context: { dev: boolean } }): unknown;
}

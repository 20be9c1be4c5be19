/** A file's bytes as text: UTF-8, or what Dutch spreadsheets save in when it is not. */
export function fileText(bytes: ArrayBuffer): string {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder("windows-1252").decode(bytes);
	}
}

import type { Plugin } from "vite";

/**
 * postgres.js 3.4.9 ends the whole process when its server goes away at the wrong moment: a write that it put off comes after the
 * socket is gone (https://github.com/porsager/postgres/issues/1208), and what was put off stays in the way of a new connection
 * (issues 1066 and 1154 are the same). Until a release mends that, the build does. It stops when the text is another, so that a new
 * version is looked at.
 */
const mends: readonly (readonly [found: string, put: string, times: number])[] = [
	[
		"const x = socket.write(chunk, fn)",
		"if (!socket) { clearImmediate(nextWriteTimer); chunk = nextWriteTimer = null; return false }\n    const x = socket.write(chunk, fn)",
		1,
	],
	[
		"    clearImmediate(nextWriteTimer)\n",
		"    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n",
		2,
	],
];

/** Mends the driver as it goes into the build. */
export const mendedDriver = (): Plugin => ({
	name: "mended-driver",
	enforce: "pre",
	transform(code, id) {
		if (!/\/postgres\/src\/connection\.js$/.test(id.split("?")[0] ?? "")) return undefined;
		let mended = code;
		for (const [found, put, times] of mends) {
			const parts = mended.split(found);
			if (parts.length !== times + 1) this.error("postgres.js is another version: see whether it still needs mending.");
			mended = parts.join(put);
		}
		return { code: mended, map: null };
	},
});

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod/mini";
import { findWebkit } from "./browsers.ts";
import { freePort } from "./free-port.ts";

/**
 * A client of the W3C's WebDriver (https://www.w3.org/TR/webdriver2/) for the few commands that the tests give: a fetch each.
 * The packages for it bring their own browser finders, loggers and socket libraries, for no more than these.
 */
export interface WebDriver {
	/** POST, GET or DELETE on the session: `send("POST", "/url", { url })`. Throws with the driver's own message. */
	send(method: "GET" | "POST" | "DELETE", path: string, body?: object): Promise<unknown>;
	/** Ends the browser, its driver and its screen. */
	close(): Promise<void>;
}

const Answer = z.object({ value: z.unknown() });
const Refusal = z.object({ error: z.string(), message: z.string() });
const Session = z.object({ sessionId: z.string() });

async function ask(url: string, method: string, body?: object): Promise<unknown> {
	const response = await fetch(url, { method, ...(method === "POST" && { body: JSON.stringify(body ?? {}) }) });
	const { value } = Answer.parse(await response.json());
	if (response.ok) return value;
	const { error, message } = Refusal.parse(value);
	throw new Error(`WebDriver, ${method} ${new URL(url).pathname}: ${error}: ${message}`);
}

/** Ends with us, whatever happens. */
function started(command: string, args: readonly string[], env: NodeJS.ProcessEnv, pipe: boolean): ChildProcess {
	const child = spawn(command, args, { env, stdio: ["ignore", "ignore", "ignore", pipe ? "pipe" : "ignore"] });
	const abandoned = () => child.kill("SIGKILL");
	process.once("exit", abandoned);
	child.once("exit", () => process.removeListener("exit", abandoned));
	return child;
}

async function end(child: ChildProcess) {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill("SIGTERM");
	await once(child, "exit");
}

/** A virtual screen that nobody else uses; gives its name for DISPLAY. */
async function startScreen(width: number, height: number): Promise<{ child: ChildProcess; display: string }> {
	const size = `${width}x${height}x24`;
	const child = started("Xvfb", ["-displayfd", "3", "-screen", "0", size, "-nolisten", "tcp"], process.env, true);
	const missing = once(child, "error").then(([error]) => {
		throw new Error(`No screen for WebKitGTK: ${error.message}. Install it: apt-get install xvfb.`);
	});
	const number = child.stdio[3];
	if (!number) throw new Error("Xvfb was started without a way to tell its number.");
	const [chunk] = await Promise.race([once(number, "data"), missing]);
	return { child, display: `:${String(chunk).trim()}` };
}

/** Starts WebKitGTK's own browser under its WebDriver on a screen of its own. `env` reaches the browser: `TZ`, for one. */
export async function startWebkit(env: NodeJS.ProcessEnv, size: { width: number; height: number }): Promise<WebDriver> {
	const driverPath = findWebkit();
	const screen = await startScreen(size.width, size.height);
	const port = await freePort();
	const driver = started(
		driverPath,
		[`--port=${port}`],
		{ ...process.env, ...env, DISPLAY: screen.display, GDK_BACKEND: "x11", WAYLAND_DISPLAY: "" },
		false,
	);
	const close = async () => {
		await end(driver);
		await end(screen.child);
	};
	const base = `http://127.0.0.1:${port}`;
	try {
		for (let attempt = 0; ; attempt += 1) {
			const up = await ask(`${base}/status`, "GET").catch(() => undefined);
			if (up) break;
			if (attempt > 200) throw new Error("WebKitWebDriver does not answer.");
			await wait(50);
		}
		const { sessionId } = Session.parse(await ask(`${base}/session`, "POST", { capabilities: { alwaysMatch: {} } }));
		const session = `${base}/session/${sessionId}`;
		return {
			send: (method, path, body) => ask(session + path, method, body),
			async close() {
				await ask(session, "DELETE").catch(() => undefined);
				await close();
			},
		};
	} catch (error) {
		await close();
		throw error;
	}
}

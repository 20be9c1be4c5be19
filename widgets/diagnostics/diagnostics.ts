import { widgetProblems } from "../../shared/messages/widget-problems.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import { TechniekErrorEvent } from "../dom-events/techniek-error-event.ts";
import type { Problem } from "../element/problems.ts";

const told = new WeakMap<Element, Set<string>>();

/**
 * Why `url` cannot be read, which a browser does not tell: asks once more and looks whether the page's policy stops it, or
 * whether an answer comes that the page may not read. `csp` and `cors` come with the origin that they are about.
 */
async function diagnose(url: string): Promise<{ code: "network" | "csp" | "cors"; detail: string }> {
	let stopped = false;
	const watch = (event: SecurityPolicyViolationEvent) => {
		if (event.effectiveDirective === "connect-src") stopped = true;
	};
	document.addEventListener("securitypolicyviolation", watch);
	try {
		const { origin } = new URL(url);
		const answered = await fetch(url, { mode: "no-cors", credentials: "omit", cache: "no-store" }).then(
			() => true,
			() => false,
		);
		// The violation is reported in a task of its own.
		await new Promise((resolve) => setTimeout(resolve, 50));
		return { code: stopped ? "csp" : answered ? "cors" : "network", detail: origin };
	} finally {
		document.removeEventListener("securitypolicyviolation", watch);
	}
}

/** Tells the partner what is wrong: each sentence once in the console, and as a `techniek-error` event. */
export async function explain(element: HTMLElement, { code, detail, url, status }: Problem, language: Language) {
	const found = code === "network" && url ? await diagnose(url) : { code, detail };
	const message = widgetProblems[language][found.code](found.detail);
	const known = told.get(element) ?? new Set();
	told.set(element, known);
	if (known.has(message)) return;
	known.add(message);
	console.warn(`<${element.localName}> ${message}`, url ?? "", element);
	element.dispatchEvent(
		new TechniekErrorEvent({
			code: found.code,
			message,
			...(url !== undefined && { url }),
			...(status !== undefined && { status }),
		}),
	);
}

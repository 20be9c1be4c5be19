/**
 * In the frame page: tells the page around how tall the content is, so that it can size the frame. Two ways at once:
 * `{type: "techniek-height", height}` (whole CSS pixels), and WordPress's embed protocol (wp-embed.js) where the frame's
 * address ends in `#?secret=…`: `{message: "height" | "link", value, secret}`. Nothing in them is secret, so they go to
 * whoever is around.
 */

const secret = /[#?&]secret=([A-Za-z0-9]+)/.exec(location.hash)?.[1];
const around = window.parent === window ? undefined : window.parent;

let told = 0;

function tellHeight(again = false): void {
	const height = Math.ceil(document.body.getBoundingClientRect().height);
	if (height === told && !again) return;
	told = height;
	around?.postMessage({ type: "techniek-height", height }, "*");
	if (secret) around?.postMessage({ message: "height", value: height, secret }, "*");
}

const isLink = (target: EventTarget): target is HTMLAnchorElement =>
	target instanceof HTMLAnchorElement && !!target.href;
const isOurs = (address: string) => new URL(address).host === location.host;

/** Where WordPress may take the visitor for a link: it goes only to pages of ours, so for others to the item's own. */
function destinationOf(path: readonly EventTarget[], link: HTMLAnchorElement): string | undefined {
	// It takes nobody to a calendar program either, so the same calendar comes as a file.
	const address = link.href.replace(/^webcal:/, location.protocol);
	if (isOurs(address)) return address;
	for (const target of path) {
		if (!(target instanceof HTMLElement) || !target.matches("[part~=item], article")) continue;
		const own = [...target.querySelectorAll("a")].find((one) => one.href && isOurs(one.href));
		if (own) return own.href;
	}
	return document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href;
}

if (around) {
	new ResizeObserver(() => tellHeight()).observe(document.body);
	tellHeight();
	// Of a page that was not listening yet.
	window.addEventListener("message", (event) => {
		const data: unknown = event.data;
		if (event.source !== around || typeof data !== "object" || data === null) return;
		if ("message" in data && data.message === "ready") tellHeight(true);
	});
}

if (around && secret && self.origin === "null") {
	// WordPress gives a frame scripts and nothing else, so a link can open nothing; it opens some for us when asked.
	document.addEventListener("click", (event) => {
		if (event.defaultPrevented || event.button !== 0) return;
		const path = event.composedPath();
		const link = path.find(isLink);
		const destination = link && /^(?:https?|webcal):$/.test(link.protocol) ? destinationOf(path, link) : undefined;
		if (!destination) return;
		event.preventDefault();
		around.postMessage({ message: "link", value: destination, secret }, "*");
	});
}

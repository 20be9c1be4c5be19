/** What the tests ask of a page. Each function travels as source, so it uses nothing but its arguments and the page. */

/** How many items each widget of the page shows, in the order of the page; 0 while there are none. */
export const itemCounts = () =>
	[...document.querySelectorAll("techniek-events, techniek-opportunities, techniek-initiatives")].map(
		(element) => element.shadowRoot?.querySelectorAll("[part~=item]").length ?? 0,
	);

/** Whether every widget of the page shows items, and if so how many. */
export const allShown = (widgets: number) => {
	const counts = [...document.querySelectorAll("techniek-events, techniek-opportunities, techniek-initiatives")].map(
		(element) => element.shadowRoot?.querySelectorAll("[part~=item]").length ?? 0,
	);
	return counts.length === widgets && counts.every(Boolean) && counts;
};

/** The same inside the page's frame. */
export const allShownInFrame = (widgets: number) => {
	const inner = document.querySelector("iframe")?.contentDocument;
	const found = [...(inner?.querySelectorAll("techniek-events, techniek-opportunities, techniek-initiatives") ?? [])];
	const counts = found.map((element) => element.shadowRoot?.querySelectorAll("[part~=item]").length ?? 0);
	return counts.length === widgets && counts.every(Boolean) && counts;
};

/** The page's own text around a widget: what a widget takes over of it, and how wide it is there. */
export const surroundings = () => {
	const element = document.querySelector("techniek-events");
	const root = element?.shadowRoot?.firstElementChild;
	if (!element || !root) return undefined;
	const { fontFamily, fontSize, color } = getComputedStyle(element);
	return { fontFamily, fontSize, color, width: `${root.getBoundingClientRect().width}px` };
};

/** Gives the page's main element what {@link surroundings} told of another page. */
export const surroundWith = (styles: Readonly<Record<string, string>>) => {
	const main = document.querySelector("main");
	if (main) Object.assign(main.style, styles, { lineHeight: "1.5" });
};

/** Everything that a visitor sees of the first widget: each element's box, in pixels from the widget's corner, and style. */
export const looks = () => {
	const root = document.querySelector("techniek-events")?.shadowRoot;
	const top = root?.firstElementChild;
	if (!root || !top) return undefined;
	const { left, top: above } = top.getBoundingClientRect();
	const properties =
		"display visibility opacity position float direction writingMode fontFamily fontSize fontWeight fontStyle lineHeight " +
		"letterSpacing wordSpacing textTransform textAlign textIndent textShadow textDecorationLine whiteSpaceCollapse " +
		"textWrapMode listStyleType color backgroundColor backgroundImage boxShadow transform filter pointerEvents cursor " +
		"borderTopWidth borderTopStyle borderTopColor borderInlineStartWidth borderTopLeftRadius outlineStyle overflowX " +
		"paddingTop paddingLeft marginTop marginBottom hyphens animationName transitionDuration";
	// The browser draws the options of a closed list nowhere.
	return [...root.querySelectorAll("*:not(option)")].map((element) => {
		const box = element.getBoundingClientRect();
		const style = getComputedStyle(element);
		const told = properties.split(" ").map((name) => `${name}: ${Reflect.get(style, name)}`);
		const place = [box.left - left, box.top - above, box.width, box.height].map((length) => Math.round(length));
		return { element: `${element.localName}.${element.className}`, place: place.join(" "), told };
	});
};

/** What sticks out of the page's frame to a side: "page" when it scrolls sideways, else elements by name. */
export const sticksOut = () => {
	const inner = document.querySelector("iframe")?.contentDocument;
	if (!inner) return ["no frame"];
	const { clientWidth, scrollWidth } = inner.documentElement;
	const out = scrollWidth > clientWidth ? [`page of ${clientWidth} scrolls to ${scrollWidth}`] : [];
	for (const widget of inner.querySelectorAll("techniek-events, techniek-opportunities, techniek-initiatives")) {
		for (const element of widget.shadowRoot?.querySelectorAll("*") ?? []) {
			let { left, right } = element.getBoundingClientRect();
			// What an ancestor cuts off is not there to be seen.
			for (let around = element.parentElement; around; around = around.parentElement) {
				if (getComputedStyle(around).overflowX === "visible") continue;
				const cut = around.getBoundingClientRect();
				left = Math.max(left, cut.left);
				right = Math.min(right, cut.right);
			}
			if (right - left > 1 && (left < -0.5 || right > clientWidth + 0.5)) {
				out.push(`${widget.localName} ${element.localName}.${element.className} ${left} to ${right}`);
			}
		}
	}
	return out;
};

/** What the page, or anything in it, has left on the visitor's device. */
export const stored = async () => ({
	cookie: document.cookie,
	local: localStorage.length,
	session: sessionStorage.length,
	databases: (await indexedDB.databases()).length,
	caches: "caches" in window ? (await caches.keys()).length : 0,
	workers: "serviceWorker" in navigator ? (await navigator.serviceWorker.getRegistrations()).length : 0,
});

/** Mounts and unmounts a widget `times` over, as an application that redraws itself: every other time before the list is there. */
export const mountMany = async (times: number, region: string) => {
	const main = document.querySelector("main");
	for (let nth = 0; nth < times; nth += 1) {
		const element = document.createElement(nth % 3 ? "techniek-events" : "techniek-initiatives");
		element.setAttribute("region", region);
		element.setAttribute("limit", "2");
		const over = new Promise((resolve) => {
			element.addEventListener("techniek-load", resolve);
			element.addEventListener("techniek-error", resolve);
		});
		main?.append(element);
		await (nth % 2 ? over : Promise.resolve());
		element.remove();
	}
};

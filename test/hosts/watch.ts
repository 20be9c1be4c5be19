/** What a page still holds: grows when something that left the page was not let go. */
export interface Held {
	/** Listeners on what outlives a widget: window, document, media queries, … */
	listeners: number;
	timers: number;
	/** Mutation, resize, intersection and performance observers at work. */
	observers: number;
	/** Requests under way. */
	open: number;
}

interface Watched {
	/** Thrown errors, refused promises, warnings and errors in the console. */
	problems: string[];
	/** Requests by `fetch` so far. */
	requests: number;
	held(): Held;
}

declare global {
	var watched: Watched;
}

/**
 * Counts what a page starts and stops, by standing in front of the browser's own functions. Served as the page's first
 * script, so it must stand by itself.
 */
export function watch(): void {
	const problems: string[] = [];
	addEventListener("error", ({ message }) => void problems.push(`thrown: ${message}`));
	addEventListener("unhandledrejection", ({ reason }) => void problems.push(`refused: ${reason}`));
	for (const level of ["warn", "error"] as const) {
		const tell = console[level].bind(console);
		console[level] = (...words: unknown[]) => {
			problems.push(words.join(" "));
			tell(...words);
		};
	}

	interface Heard {
		target: EventTarget;
		type: string;
		listener: unknown;
		capture: boolean;
	}
	const heard: Heard[] = [];
	// What goes with a widget may keep its listeners: nobody reaches them any more.
	const outlives = (target: EventTarget) =>
		(!(target instanceof Node) && !(target instanceof AbortSignal)) ||
		target instanceof Document ||
		target === document.documentElement ||
		target === document.body;
	const forget = (target: EventTarget, type: string, listener: unknown, capture: boolean) => {
		const at = heard.findIndex(
			(one) => one.target === target && one.type === type && one.listener === listener && one.capture === capture,
		);
		if (at >= 0) heard.splice(at, 1);
	};
	const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
	EventTarget.prototype.addEventListener = function (type, listener, options) {
		const target = this ?? window;
		const {
			once = false,
			capture = false,
			signal = undefined,
		} = typeof options === "object" ? options : { capture: !!options };
		if (listener && outlives(target)) {
			forget(target, type, listener, capture);
			heard.push({ target, type, listener, capture });
			const over = () => forget(target, type, listener, capture);
			if (once) add.call(target, type, over, { once: true, capture });
			if (signal) add.call(signal, "abort", over, { once: true });
		}
		add.call(target, type, listener, options);
	};
	EventTarget.prototype.removeEventListener = function (type, listener, options) {
		const target = this ?? window;
		forget(target, type, listener, typeof options === "object" ? !!options.capture : !!options);
		remove.call(target, type, listener, options);
	};

	const timers = new Set<unknown>();
	const { setTimeout: start, clearTimeout: stop, setInterval: repeat, clearInterval: end } = window;
	Object.assign(window, {
		setTimeout(work: (...given: unknown[]) => void, ...rest: [number?, ...unknown[]]) {
			const [after, ...given] = rest;
			const timer = start(() => {
				timers.delete(timer);
				work(...given);
			}, after);
			timers.add(timer);
			return timer;
		},
		setInterval(work: () => void, every?: number) {
			const timer = repeat(work, every);
			timers.add(timer);
			return timer;
		},
		clearTimeout(timer?: number) {
			timers.delete(timer);
			stop(timer);
		},
		clearInterval(timer?: number) {
			timers.delete(timer);
			end(timer);
		},
	});

	const observers = new Set<object>();
	for (const name of ["MutationObserver", "ResizeObserver", "IntersectionObserver", "PerformanceObserver"] as const) {
		const prototype: { observe(...given: unknown[]): void; disconnect(): void } = window[name].prototype;
		const { observe, disconnect } = prototype;
		prototype.observe = function (...given) {
			observers.add(this);
			observe.apply(this, given);
		};
		prototype.disconnect = function () {
			observers.delete(this);
			disconnect.call(this);
		};
	}

	const ask = window.fetch.bind(window);
	let open = 0;
	window.fetch = (...given) => {
		globalThis.watched.requests += 1;
		open += 1;
		return ask(...given).finally(() => {
			open -= 1;
		});
	};

	globalThis.watched = {
		problems,
		requests: 0,
		held: () => ({ listeners: heard.length, timers: timers.size, observers: observers.size, open }),
	};
}

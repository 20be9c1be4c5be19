import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What a monitoring system reads at /metrics (https://prometheus.io/docs/instrumenting/exposition_formats/). No label says who. */
export interface Metrics {
	/** One answered request. `route` is the pattern, never the address. */
	answered(method: string, route: string, status: number, seconds: number): void;
	/** One answer from the lane for feeds, which must cost next to nothing. */
	fromLane(status: number): void;
	/** One publication of a region. */
	published(seconds: number, good: boolean): void;
	/** Everything, as text; asks the database whether it is there and how much work waits. */
	text(): Promise<string>;
	readonly contentType: string;
}

export interface Asked {
	databaseAnswers(): Promise<boolean>;
	/** Work that is kept and not done yet. */
	waiting(): Promise<number>;
}

export function createMetrics(ask: Asked): Metrics {
	const registry = new Registry();
	const registers = [registry];
	collectDefaultMetrics({ register: registry });
	const requests = new Counter({
		name: "inventory_requests_total",
		help: "Answered requests, by route and status.",
		labelNames: ["method", "route", "status"] as const,
		registers,
	});
	const durations = new Histogram({
		name: "inventory_request_seconds",
		help: "Seconds from a request to its answer, by route.",
		labelNames: ["route"] as const,
		buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
		registers,
	});
	const publications = new Histogram({
		name: "inventory_publication_seconds",
		help: "Seconds that publishing a region took.",
		labelNames: ["result"] as const,
		buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120],
		registers,
	});
	const lastPublication = new Gauge({
		name: "inventory_last_publication_timestamp_seconds",
		help: "When a region was last published without trouble, in seconds since 1970.",
		registers,
	});
	const database = new Gauge({ name: "inventory_database_up", help: "1 while the database answers.", registers });
	const waiting = new Gauge({ name: "inventory_jobs_waiting", help: "Jobs that are not done yet.", registers });
	const lane = new Map<number, number>();

	return {
		contentType: registry.contentType,
		answered(method, route, status, seconds) {
			requests.inc({ method, route, status: String(status) });
			durations.observe({ route }, seconds);
		},
		fromLane(status) {
			lane.set(status, (lane.get(status) ?? 0) + 1);
		},
		published(seconds, good) {
			publications.observe({ result: good ? "good" : "failed" }, seconds);
			if (good) lastPublication.setToCurrentTime();
		},
		async text() {
			for (const [status, count] of lane)
				requests.inc({ method: "GET", route: "/feeds/:region/:file (lane)", status: String(status) }, count);
			lane.clear();
			const up = await ask.databaseAnswers();
			database.set(up ? 1 : 0);
			if (up) waiting.set(await ask.waiting().catch(() => 0));
			return registry.metrics();
		},
	};
}

import type { MarkName } from "../../shared/insight/network/marks.ts";
import type { Joint, Partnership } from "../../shared/insight/network/select.ts";
import type { Graph } from "../../shared/insight/network/with-structure.ts";
import type { NetworkMessages } from "../../shared/messages/network.ts";
import type { NetworkNode } from "../../shared/model/network.ts";
import type { Language } from "../../shared/vocabularies/vocabulary.ts";
import type { ChoiceName } from "./settings.ts";

export type NetworkState = "loading" | "ready" | "empty" | "filtered-empty" | "stale" | "error";
export type Chosen = Partial<Record<ChoiceName, string>>;
export type Sortable = "organization" | "kind" | "partners";
export type ExportName = "svg" | "csv" | "graphml" | "kumu";

export interface Choice {
	value: string;
	label: string;
}

/** The widget as it is at one moment, and what it does when it is used. */
export interface NetworkModel {
	state: NetworkState;
	language: Language;
	say: NetworkMessages;
	level: number;
	theme: string;
	/** Of the region. */
	name: string;
	/** Above the picture: an older copy, from when. */
	stale: string | undefined;
	sampleLabel: string;
	/** What is shown. */
	graph: Graph;
	choices: Readonly<Record<ChoiceName, readonly Choice[]>>;
	chosen: Chosen;
	selected: NetworkNode | undefined;
	/** The node that everything shown is around. */
	focused: NetworkNode | undefined;
	steps: number;
	/** Whether there is a picture yet. */
	drawn: boolean;
	/** What is said to who moves through the picture by keyboard. */
	spoken: string;
	/** Undefined while it is not shown: it can be long. */
	table: { rows: readonly Partnership[]; total: number; by: Sortable; descending: boolean } | undefined;
	fill: (name: MarkName) => string;
	jointOf(node: NetworkNode): readonly Joint[];
	onChoose(name: ChoiceName, value: string): void;
	onClear(): void;
	onSelect(id: string | undefined): void;
	onFocus(id: string | undefined): void;
	onSteps(steps: number): void;
	onZoom(factor: number): void;
	onWhole(): void;
	onTable(): void;
	onSort(by: Sortable): void;
	onMore(): void;
	onExport(name: ExportName): void;
	onRetry(): void;
}

import { today } from "../../shared/list/dates.ts";
import type { MakePart } from "../parts/part.ts";

/** The events of the past year, the latest first. */
export const part: MakePart = (host) => ({
	query: { from: today(-365), to: today(-1) },
	render: (items) => host.list([...items].reverse()),
});

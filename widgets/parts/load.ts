import { inventory } from "../element/home.ts";

/**
 * What loads only when it is used. In the evergreen script each part is a file of its own, built apart (build.config.ts):
 * it shares no variables with the element that loads it, only what it is given. In the pinned script and the package
 * these are ordinary imports, and `home`, where the inventory is, is not needed.
 */
const parts = {
	/** How opportunities and initiatives are read, and how they look. Events come with the script. */
	opportunities: (_home: string | undefined) => import("../opportunities/face.ts"),
	initiatives: (_home: string | undefined) => import("../initiatives/face.ts"),
	/** Reading and searching all of a feed. */
	whole: (_home: string | undefined) => import("../feed/whole-feed.ts"),
	/** Sentences for the partner. */
	diagnostics: (_home: string | undefined) => import("../diagnostics/diagnostics.ts"),
	/** Everything beside a plain list, with parts of its own. */
	extras: (_home: string | undefined) => import("../extras/extras.ts"),
	/** All of `<techniek-dashboard>` and `<techniek-network>` but their names. */
	dashboard: (_home: string | undefined) => import("../dashboard/dashboard.ts"),
	network: (_home: string | undefined) => import("../network/network.ts"),
};

export type PartName = keyof typeof parts;

/** The part called `name`. Rejects when it cannot be loaded; asking again tries again. */
export const loadPart = <N extends PartName>(name: N) => parts[name](inventory()) as ReturnType<(typeof parts)[N]>;

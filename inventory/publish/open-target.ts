import type { PublishTo } from "../env.ts";
import { folderTarget } from "./folder-target.ts";
import { s3Target } from "./s3-target.ts";
import type { Target } from "./target.ts";

/** What PUBLISH_TO names. */
export const openTarget = (to: PublishTo): Target => ("folder" in to ? folderTarget(to.folder) : s3Target(to));

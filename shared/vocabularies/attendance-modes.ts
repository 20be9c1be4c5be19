import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** schema.org EventAttendanceModeEnumeration. */
export const attendanceModes = {
	offline: { nl: "Op locatie", en: "On site" },
	online: { nl: "Online", en: "Online" },
	mixed: { nl: "Op locatie en online", en: "On site and online", synonyms: ["hybride"] },
} as const satisfies Vocabulary;

export type AttendanceMode = CodeOf<typeof attendanceModes>;

import type { Wish } from "./side.ts";

/** What one person asks for: a place to learn or to work. Schools and companies ask for it in their own name. */
const soughtByPersons: ReadonlySet<string> = new Set([
	"vacancy",
	"internship",
	"work-study",
	"holiday-job",
	"graduation-project",
	"retraining",
	"hybrid-teacher",
]);
const persons: ReadonlySet<string> = new Set([
	"pupils",
	"students",
	"job-seekers",
	"switchers",
	"employees",
	"international-talent",
]);

type Asked = Partial<Pick<Wish, "direction" | "type" | "organization" | "audiences" | "stages" | "personal">>;

/**
 * Whether it is asked by or for one person, and so never published: because it says so, or because it is a request in which no
 * organisation is named and that is for pupils, students or job seekers, or for what only a person looks for. `personal: false`
 * is an editor's word that it is not.
 */
export function isPersonal({ direction, type, organization, audiences, stages, personal }: Asked): boolean {
	if (personal !== undefined) return personal;
	if (direction !== "request" || organization) return false;
	const forPersons = audiences?.some((code) => persons.has(code)) || stages?.includes("job-seekers");
	return Boolean(forPersons) || (type !== undefined && soughtByPersons.has(type));
}

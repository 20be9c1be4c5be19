/** What a client was promised: the service answered 2xx to each of `titles`, in this order. */
export interface Acknowledged {
	id: string;
	/** Unique in the run: the same marker under two ids is one clip stored twice. */
	marker: string;
	/** The title of every revision that was acknowledged, oldest first. */
	titles: string[];
}

/** What the service has afterwards. */
export interface Found {
	id: string;
	title: string;
	/** Titles of all revisions, oldest first. */
	revisions: string[];
}

export interface Verdict {
	acknowledged: number;
	/** One sentence for each. */
	lost: string[];
	doubled: string[];
}

/** The part of a title that names its clip; the rest numbers the revision. */
export const markerOf = (title: string) => title.split(" / ")[0] ?? title;

/**
 * Compares promise with what is there. Lost: an acknowledged revision that is not there, or is not the one that stands.
 * Doubled: one clip under two ids, or one revision stored twice. A clip that is there though its client never heard so is neither.
 */
export function judge(promised: readonly Acknowledged[], found: readonly Found[]): Verdict {
	const byId = new Map(found.map((record) => [record.id, record]));
	const lost: string[] = [];
	const doubled: string[] = [];
	for (const { id, marker, titles } of promised) {
		const record = byId.get(id);
		if (!record) {
			lost.push(`${marker}: acknowledged, not there`);
			continue;
		}
		for (const title of titles) if (!record.revisions.includes(title)) lost.push(`${title}: revision not there`);
		const last = titles.at(-1);
		if (last !== undefined && record.title !== last) lost.push(`${last}: "${record.title}" stands instead`);
	}
	const seen = new Map<string, string>();
	for (const record of found) {
		const marker = markerOf(record.title);
		const other = seen.get(marker);
		if (other !== undefined) doubled.push(`${marker}: both ${other} and ${record.id}`);
		seen.set(marker, record.id);
		for (const title of new Set(record.revisions)) {
			const times = record.revisions.filter((one) => one === title).length;
			if (times > 1) doubled.push(`${title}: revision stored ${times} times`);
		}
	}
	return { acknowledged: promised.reduce((sum, { titles }) => sum + titles.length, 0), lost, doubled };
}

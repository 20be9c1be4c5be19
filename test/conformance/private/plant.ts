import type { Contact } from "../../../shared/model/values.ts";

/** Contacts that nobody else has: what is in them can be looked for in everything that comes out. */
export interface Plants {
	/** A contact with a marker in each field. `where` is for whoever reads the failure. */
	contact(where: string, open?: boolean): Contact;
	/** One marker by itself, for texts around a contact. */
	marker(where: string): string;
	/** The private markers that stand in `text`, each with where it was planted. */
	foundIn(text: string): string[];
	/** The markers of contacts that are public. */
	readonly open: readonly string[];
}

/** Starts a new set of plants. Each marker is a word or number that stands nowhere else. */
export function createPlants(): Plants {
	const wheres = new Map<string, string>();
	const open: string[] = [];
	let made = 0;
	const add = (marker: string, where: string, isOpen: boolean) => {
		if (isOpen) open.push(marker);
		else wheres.set(marker.toLowerCase(), where);
		return marker;
	};
	const word = (where: string, isOpen = false) =>
		add(`${isOpen ? "zoopenbaar" : "zogeheim"}${String.fromCharCode(97 + (made % 26))}${++made}q`, where, isOpen);
	return {
		open,
		marker: word,
		contact: (where, isOpen = false) => ({
			name: `${word(`name ${where}`, isOpen)} Voorbeeld`,
			role: `${word(`role ${where}`, isOpen)}`,
			email: `${word(`email ${where}`, isOpen)}@persoon.example`,
			phone: add(`+31 6 7${String(made).padStart(3, "0")} ${String(4021 + made * 7)}`, `phone ${where}`, isOpen),
			public: isOpen,
		}),
		foundIn(text) {
			const plain = text.toLowerCase();
			const digits = plain.replaceAll(/[\s()-]|%20|&nbsp;/g, "");
			return [...wheres]
				.filter(
					([marker]) =>
						plain.includes(marker) || (marker.startsWith("+") && digits.includes(marker.slice(1).replaceAll(" ", ""))),
				)
				.map(([marker, where]) => `${where} (${marker})`);
		},
	};
}

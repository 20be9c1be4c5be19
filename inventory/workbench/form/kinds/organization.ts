import { partnerKinds } from "../../../../shared/vocabularies/partner-kinds.ts";
import type { Section } from "../fields.ts";
import { contactsSection, description, places, summary, title } from "./common.ts";

export const organizationForm: readonly Section[] = [
	{
		id: "what",
		title: { nl: "Wie is het?", en: "Who is it?" },
		fields: [
			{ ...title, label: { nl: "Naam", en: "Name" } },
			{
				key: "kind",
				type: "choice",
				vocabulary: partnerKinds,
				required: true,
				label: { nl: "Soort organisatie", en: "Kind" },
			},
			{
				key: "slug",
				type: "text",
				label: { nl: "Kenmerk", en: "Id" },
				hint: {
					nl: "In adressen en koppelingen, zoals machinefabriek-de-leij. Verander het niet als partners het gebruiken.",
					en: "In addresses and links, such as machinefabriek-de-leij. Do not change it once partners use it.",
				},
			},
			summary,
			description,
			{ key: "url", type: "text", input: "url", label: { nl: "Website", en: "Website" } },
			places,
			{
				key: "partOf",
				type: "text",
				label: { nl: "Onderdeel van", en: "Part of" },
				hint: { nl: "Kenmerk van de organisatie erboven.", en: "Id of the organisation above it." },
			},
		],
	},
	contactsSection,
];

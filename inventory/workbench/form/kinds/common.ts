import { actionLines } from "../../../../shared/vocabularies/action-lines.ts";
import { audiences } from "../../../../shared/vocabularies/audiences.ts";
import { municipalities } from "../../../../shared/vocabularies/municipalities.ts";
import { partnerKinds } from "../../../../shared/vocabularies/partner-kinds.ts";
import { partnerRoles } from "../../../../shared/vocabularies/partner-roles.ts";
import { sectors } from "../../../../shared/vocabularies/sectors.ts";
import { stages } from "../../../../shared/vocabularies/stages.ts";
import type { Field, Section } from "../fields.ts";

/** Fields that several kinds have, so that they read the same everywhere. */

export const title: Field = { key: "title", type: "text", required: true, label: { nl: "Titel", en: "Title" } };

export const summary: Field = {
	key: "summary",
	type: "long",
	rows: 3,
	label: { nl: "Samenvatting", en: "Summary" },
	hint: {
		nl: "Twee of drie zinnen, hoogstens 600 tekens. Dit staat op kaarten en in lijsten.",
		en: "Two or three sentences, at most 600 characters. Shown on cards and in lists.",
	},
};

export const description: Field = {
	key: "description",
	type: "long",
	rows: 8,
	label: { nl: "Beschrijving", en: "Description" },
};

export const sourceUrl: Field = {
	key: "sourceUrl",
	type: "text",
	input: "url",
	label: { nl: "Webpagina", en: "Web page" },
	hint: { nl: "Waar een bezoeker er meer over leest.", en: "Where a visitor reads more about it." },
};

export const municipality: Field = {
	key: "municipality",
	type: "choice",
	vocabulary: municipalities,
	label: { nl: "Gemeente", en: "Municipality" },
};

export const places: Field = {
	key: "places",
	type: "list",
	label: { nl: "Plaatsen", en: "Places" },
	one: { nl: "Plaats", en: "place" },
	fields: [{ key: "name", type: "text", required: true, label: { nl: "Naam", en: "Name" } }, municipality],
};

export const location: Field = {
	key: "location",
	type: "group",
	label: { nl: "Locatie", en: "Location" },
	fields: [
		{ key: "name", type: "text", label: { nl: "Naam van de plek", en: "Name of the venue" } },
		{ key: "streetAddress", type: "text", label: { nl: "Straat en huisnummer", en: "Street and number" } },
		{ key: "postalCode", type: "text", label: { nl: "Postcode", en: "Postal code" } },
		{ key: "place", type: "text", label: { nl: "Plaats", en: "Town" } },
		municipality,
		{
			key: "url",
			type: "text",
			input: "url",
			label: { nl: "Website of routebeschrijving", en: "Website or directions" },
		},
		{ key: "latitude", type: "number", label: { nl: "Breedtegraad", en: "Latitude" } },
		{ key: "longitude", type: "number", label: { nl: "Lengtegraad", en: "Longitude" } },
	],
};

export const organizationReference = (key: string, label: Field["label"]): Field => ({
	key,
	type: "group",
	label,
	fields: [
		{ key: "name", type: "text", label: { nl: "Naam", en: "Name" } },
		{
			key: "id",
			type: "text",
			label: { nl: "Kenmerk in de inventaris", en: "Id in the inventory" },
			hint: {
				nl: "Koppelt aan een organisatie, zoals machinefabriek-de-leij. Leeg: alleen de naam.",
				en: "Links to an organisation, such as machinefabriek-de-leij. Empty: the name alone.",
			},
		},
		{ key: "url", type: "text", input: "url", label: { nl: "Website", en: "Website" } },
	],
});

export const partners: Field = {
	key: "partners",
	type: "list",
	label: { nl: "Partners", en: "Partners" },
	one: { nl: "Partner", en: "partner" },
	fields: [
		{ key: "name", type: "text", required: true, label: { nl: "Naam", en: "Name" } },
		{ key: "role", type: "choice", vocabulary: partnerRoles, preset: "partner", label: { nl: "Rol", en: "Role" } },
		{
			key: "kind",
			type: "choice",
			vocabulary: partnerKinds,
			label: { nl: "Soort organisatie", en: "Kind of organisation" },
		},
		{ key: "id", type: "text", label: { nl: "Kenmerk in de inventaris", en: "Id in the inventory" } },
		{ key: "url", type: "text", input: "url", label: { nl: "Website", en: "Website" } },
	],
};

export const image: Field = {
	key: "image",
	type: "group",
	label: { nl: "Afbeelding", en: "Image" },
	hint: {
		nl: "Alleen met toestemming van de maker. Beschrijf wat er te zien is, voor wie het niet ziet.",
		en: "Only with its maker’s permission. Describe what can be seen, for those who cannot see it.",
	},
	fields: [
		{ key: "url", type: "text", input: "url", label: { nl: "Adres van de afbeelding", en: "Address of the image" } },
		{ key: "alt", type: "text", label: { nl: "Wat is erop te zien?", en: "What does it show?" } },
	],
};

export const initiative: Field = {
	key: "initiative",
	type: "group",
	label: { nl: "Hoort bij een initiatief", en: "Part of an initiative" },
	hint: {
		nl: "Eén van beide is genoeg. Leeg: de inventaris zoekt zelf, op partners en actielijnen.",
		en: "One of the two is enough. Empty: the inventory looks for itself, by partners and action lines.",
	},
	fields: [
		{ key: "id", type: "text", label: { nl: "Kenmerk van het initiatief", en: "Id of the initiative" } },
		{ key: "url", type: "text", input: "url", label: { nl: "Of zijn webpagina", en: "Or its web page" } },
	],
};

export const actionLinesField: Field = {
	key: "actionLines",
	type: "choices",
	vocabulary: actionLines,
	label: { nl: "Actielijnen", en: "Action lines" },
};

export const whom: Section = {
	id: "whom",
	title: { nl: "Voor wie?", en: "For whom?" },
	fields: [
		{
			key: "stages",
			type: "choices",
			vocabulary: stages,
			label: { nl: "Onderwijs en loopbaan", en: "Education and career" },
		},
		{
			key: "audiences",
			type: "choices",
			vocabulary: audiences,
			folded: true,
			label: { nl: "Doelgroepen", en: "Audiences" },
		},
		{
			key: "sectors",
			type: "choices",
			vocabulary: sectors,
			folded: true,
			label: { nl: "Vakgebieden", en: "Sectors" },
		},
	],
};

export const contactsSection: Section = {
	id: "contacts",
	title: { nl: "Contactpersonen", en: "Contacts" },
	hint: {
		nl: "Blijven binnen de inventaris, behalve wie hieronder op openbaar staat.",
		en: "They stay inside the inventory, except those made public below.",
	},
	fields: [
		{
			key: "contacts",
			type: "list",
			label: { nl: "Contactpersonen", en: "Contacts" },
			one: { nl: "Contactpersoon", en: "contact" },
			fields: [
				{ key: "name", type: "text", required: true, label: { nl: "Naam", en: "Name" } },
				{ key: "role", type: "text", label: { nl: "Functie", en: "Role" } },
				{ key: "email", type: "text", input: "email", label: { nl: "E-mailadres", en: "E-mail address" } },
				{ key: "phone", type: "text", input: "tel", label: { nl: "Telefoon", en: "Phone" } },
				{ key: "public", type: "publicity", label: { nl: "Openbaar", en: "Public" } },
			],
		},
	],
};

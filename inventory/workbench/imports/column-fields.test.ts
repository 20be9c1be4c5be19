import { expect, it } from "vitest";
import { importsMessages } from "../../../shared/messages/workbench/imports.ts";
import { columnFields, guessedColumns } from "./column-fields.ts";

it("columns are taken for what people call them, each field once and only those that the kind has", () => {
	expect(
		guessedColumns(["Activiteit", "Datum", " AANVANG ", "Plaats", "Titel", "Telefoon", "endTime"], "event"),
	).toEqual({
		Activiteit: "title",
		Datum: "startDate",
		" AANVANG ": "startTime",
		Plaats: "location.place",
		endTime: "endTime",
	});
	expect(guessedColumns(["Datum", "Naam"], "organization")).toEqual({ Naam: "title" });
});

it("every field has a name in both languages", () => {
	for (const field of Object.values(columnFields).flat())
		for (const language of ["nl", "en"] as const) expect(importsMessages[language].fields[field], field).toBeTruthy();
});

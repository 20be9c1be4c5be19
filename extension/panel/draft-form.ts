import { html, type TemplateResult } from "lit";
import { actionLines } from "../../shared/vocabularies/action-lines.ts";
import { attendanceModes } from "../../shared/vocabularies/attendance-modes.ts";
import { audiences } from "../../shared/vocabularies/audiences.ts";
import { directions } from "../../shared/vocabularies/directions.ts";
import { eventStatuses } from "../../shared/vocabularies/event-statuses.ts";
import { eventTypes } from "../../shared/vocabularies/event-types.ts";
import { initiativeStatuses } from "../../shared/vocabularies/initiative-statuses.ts";
import { municipalities } from "../../shared/vocabularies/municipalities.ts";
import { natures } from "../../shared/vocabularies/natures.ts";
import { opportunityTypes } from "../../shared/vocabularies/opportunity-types.ts";
import { scales } from "../../shared/vocabularies/scales.ts";
import { sectors } from "../../shared/vocabularies/sectors.ts";
import { stages } from "../../shared/vocabularies/stages.ts";
import { completenessOf } from "../draft/completeness.ts";
import { clipKinds } from "../draft/fields.ts";
import { checkboxes, type FormView, optionsOf, select, textArea, textInput } from "./controls.ts";
import { fieldLabel } from "./value-text.ts";

const placesId = "municipalities";

function kindSwitch({ draft, say, change }: FormView): TemplateResult {
	return html`<fieldset class="kinds">
		<legend>${say.kind}</legend>
		<div class="segments">
			${clipKinds.map(
				(kind) => html`<label
					><input
						type="radio"
						name="kind"
						value=${kind}
						.checked=${draft.kind === kind}
						@change=${() => change({ field: "kind", value: kind })}
					/><span>${say.kinds[kind]}</span></label
				>`,
			)}
		</div>
	</fieldset>`;
}

function whenPart(view: FormView): TemplateResult {
	const { fields: label, hints } = view.say;
	const date = (name: "startDate" | "endDate" | "validThrough" | "datePosted", required = false) =>
		textInput(view, name, { label: label[name], type: "date", required });
	const time = (name: "startTime" | "endTime") => textInput(view, name, { label: label[name], type: "time" });
	switch (view.draft.kind) {
		case "event":
			return html`<div class="pair">${date("startDate", true)}${time("startTime")}</div>
				<div class="pair">${date("endDate")}${time("endTime")}</div>
				<p class="hint">${hints.time}</p>`;
		case "opportunity":
			return html`<div class="pair">${date("startDate")}${date("validThrough")}</div>
				<div class="pair">${date("datePosted")}</div>`;
		case "initiative":
			return html`${textInput(view, "planningLabel", { label: label.planningLabel, hint: hints.planningLabel })}
				<div class="pair">${date("startDate")}${date("endDate")}</div>`;
	}
}

function wherePart(view: FormView): TemplateResult {
	const { fields: label } = view.say;
	const place = textInput(view, "place", { label: label.place, list: placesId });
	if (view.draft.kind === "initiative") return place;
	return html`${textInput(view, "locationName", { label: label.locationName })}
		${textInput(view, "streetAddress", { label: label.streetAddress })}
		<div class="pair narrow-first">${textInput(view, "postalCode", { label: label.postalCode })}${place}</div>`;
}

function choicePart(view: FormView): TemplateResult {
	const { fields: label, choose } = view.say;
	const options = (vocabulary: Parameters<typeof optionsOf>[0]) => optionsOf(vocabulary, view.language);
	switch (view.draft.kind) {
		case "event":
			return html`${select(view, "eventType", { label: label.eventType, options: options(eventTypes), empty: choose })}
				<div class="pair">
					${select(view, "eventStatus", { label: label.eventStatus, options: options(eventStatuses) })}
					${select(view, "attendance", { label: label.attendance, options: options(attendanceModes) })}
				</div>`;
		case "opportunity":
			return html`${select(view, "opportunityType", {
				label: label.opportunityType,
				options: options(opportunityTypes),
				empty: choose,
				required: true,
			})}
			${select(view, "direction", { label: label.direction, options: options(directions) })}`;
		case "initiative":
			return html`<div class="pair">
				${select(view, "status", { label: label.status, options: options(initiativeStatuses) })}
				${select(view, "nature", { label: label.nature, options: options(natures) })}
			</div>
			${select(view, "scale", { label: label.scale, options: options(scales), empty: choose })}`;
	}
}

function tagPart(view: FormView): TemplateResult {
	const { fields: label } = view.say;
	return html`${view.suggestions}${checkboxes(view, "actionLines", { label: label.actionLines, vocabulary: actionLines, folded: false })}
	${checkboxes(view, "stages", { label: label.stages, vocabulary: stages, folded: true })}
	${checkboxes(view, "audiences", { label: label.audiences, vocabulary: audiences, folded: true })}
	${checkboxes(view, "sectors", { label: label.sectors, vocabulary: sectors, folded: true })}`;
}

function endPart(view: FormView, regions: readonly { id: string; name: string }[]): TemplateResult {
	const { fields: label, hints, choose } = view.say;
	const { kind, region } = view.draft;
	const known = regions.map(({ id, name }) => ({ value: id, label: name }));
	const options =
		region === "" || known.some((it) => it.value === region) ? known : [...known, { value: region, label: region }];
	return html`${
		kind === "initiative"
			? ""
			: textInput(view, "linkUrl", { label: kind === "event" ? label.registrationUrl : label.applyUrl, type: "url" })
	}
		${textInput(view, "sourceUrl", { label: label.sourceUrl, type: "url", required: !/^https?:/.test(view.draft.page.url) })}
		${select(view, "region", {
			label: label.region,
			options,
			empty: choose,
			required: true,
			hint: options.length === 0 ? hints.regionMissing : undefined,
		})}
		${textArea(view, "note", { label: label.note, rows: 2, hint: hints.note })}`;
}

/** How complete the draft is; not all that is wanted is required. */
function meter({ draft, say }: FormView): TemplateResult {
	const { filled, total, missing } = completenessOf(draft);
	const labels = missing.map((name) => fieldLabel(name, draft.kind, say).toLowerCase());
	return html`<div class="completeness">
		<label for="completeness">${say.meter.label}</label>
		<meter id="completeness" min="0" max=${total} value=${filled}></meter>
		<span class="hint">${say.meter.text(filled, total)}${missing.length > 0 ? `. ${say.meter.missing(labels.join(", "))}.` : ""}</span>
	</div>`;
}

/** The form of a draft. Every kind shows the fields that fit it; what was typed for another kind waits. */
export function draftForm(view: FormView, regions: readonly { id: string; name: string }[]): TemplateResult {
	const { say, draft } = view;
	return html`${kindSwitch(view)}${meter(view)}
		${textArea(view, "title", { label: say.fields.title, rows: 2, required: true })}
		${textArea(view, "summary", { label: say.fields.summary, rows: 4 })}
		${textArea(view, "description", { label: say.fields.description, rows: 4, hint: say.hints.description })}
		${textInput(view, "organization", { label: draft.kind === "event" ? say.fields.organizer : say.fields.organization })}
		${choicePart(view)}
		<section class="part"><h2>${say.when}</h2>${whenPart(view)}</section>
		<section class="part"><h2>${say.where}</h2>${wherePart(view)}</section>
		<section class="part tags">${tagPart(view)}</section>
		<section class="part"><h2>${say.source}</h2>${endPart(view, regions)}</section>
		<datalist id=${placesId}>
			${Object.values(municipalities).map((it) => html`<option value=${it.nl}></option>`)}
		</datalist>`;
}

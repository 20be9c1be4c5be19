import { createCalendar, List } from "@event-calendar/core";
import "@event-calendar/core/index.css";

/**
 * EventCalendar 5 as its README says, with the list plugin only and its own look of an event: time and title. It shows
 * less of an event than we do. Its list of a year would go over 365 days; 90 hold all of them.
 */
createCalendar(document.getElementById("calendar"), [List], {
	locale: "nl",
	view: "listYear",
	date: "2030-09-01",
	duration: { days: 90 },
	eventSources: [
		{
			async events() {
				const response = await fetch("/events.json");
				return (await response.json()).items;
			},
		},
	],
});

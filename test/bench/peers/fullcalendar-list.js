import { Calendar } from "fullcalendar";
import listPlugin from "fullcalendar/list";
import nl from "fullcalendar/locales/nl";
import classicTheme from "fullcalendar/themes/classic";
import "fullcalendar/skeleton.css";
import "fullcalendar/themes/classic/theme.css";
import "fullcalendar/themes/classic/palette.css";

/**
 * FullCalendar 7 as its README says, with the list plugin only and its own look of an event: time and title, a link. It
 * shows less of an event than we do. A view of 90 days, https://fullcalendar.io/docs/custom-view-with-settings, holds all.
 */
const calendar = new Calendar(document.getElementById("calendar"), {
	plugins: [listPlugin, classicTheme],
	locales: [nl],
	locale: "nl",
	initialView: "list",
	initialDate: "2030-09-01",
	duration: { days: 90 },
	height: "auto",
	async events() {
		const response = await fetch("/events.json");
		return (await response.json()).items;
	},
});
calendar.render();

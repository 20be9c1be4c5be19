// Shows the region of the address, ?region=flevoland; the page itself has Midden-Brabant, also without this script.

/**
 * What a board looks at first. Without a list of indicators the dashboard has all of the region's.
 * @type {Record<string, { name: string, year: number, indicators?: string[] }>}
 */
const regions = {
	"midden-brabant": {
		name: "Midden-Brabant",
		year: 2023,
		indicators: [
			"edities-dagen-van-de-techniek",
			"voorbeeld-stromen-kiezen-leren-werken",
			"voorbeeld-instroom-technisch-mbo",
			"voorbeeld-leerlingen-op-bedrijfsbezoek",
			"voorbeeld-openstaande-vacatures",
		],
	},
	"noord-veluwe": { name: "Noord-Veluwe", year: 2021 },
	flevoland: {
		name: "Flevoland",
		year: 2014,
		indicators: [
			"jongeren-die-techniek-kiezen",
			"nieuwe-vacatures-techniek-samen",
			"aandeel-technische-vacatures",
			"extra-technici-per-jaar",
		],
	},
	oost: {
		name: "Oost",
		year: 2016,
		indicators: [
			"instroom-betatechniek",
			"techniek-hbo-wo-twente",
			"vmbo-techniek-gelderland",
			"mbo-techniek-gelderland",
			"profiel-natuur-techniek-gelderland",
		],
	},
	noordwest: { name: "Noordwest", year: 2016 },
};

const asked = new URLSearchParams(location.search).get("region") ?? "";
const id = Object.hasOwn(regions, asked) ? asked : "midden-brabant";
const region = regions[id];

if (region) {
	const { name, year, indicators } = region;
	for (const element of document.querySelectorAll("[data-region-name]")) element.textContent = name;
	for (const element of document.querySelectorAll("[data-region-year]")) element.textContent = String(year);
	for (const link of document.querySelectorAll("[data-region-path]")) {
		link.setAttribute("href", `/${id}/${link.getAttribute("data-region-path")}`);
	}
	document.querySelector("[data-region-review]")?.setAttribute("href", `/${id}/review/${year}`);
	document.querySelector(`.regions a[href="?region=${id}"]`)?.setAttribute("aria-current", "page");
	const dashboard = document.querySelector("techniek-dashboard");
	if (indicators) dashboard?.setAttribute("indicator", indicators.join(","));
	else dashboard?.removeAttribute("indicator");
	for (const element of document.querySelectorAll("main [region]")) element.setAttribute("region", id);
	if (asked) document.title = `${name}: ${document.title}`;
}

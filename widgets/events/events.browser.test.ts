import { clear, inside, ok, same, shown, texts, titles } from "../testing/page.ts";

describe("<techniek-events>", () => {
	afterEach(clear);

	const item = (element: Element, title: string) => {
		const found = [...inside(element).querySelectorAll("[part=item]")].find((one) => one.textContent?.includes(title));
		ok(found, `no ${title}`);
		return found;
	};

	it("groups events by the day they start", async () => {
		const element = await shown("events", { region: "midden", limit: "6" });
		same(texts(element, ".day > :first-child").length, 3);
		ok(
			texts(element, ".day > :first-child").every((day) => /^\w+dag \d+ \w+ \d{4}$/.test(day)),
			"no days",
		);
	});

	it("keeps a cancelled event in the list, says so in words and takes no registrations for it", async () => {
		const element = await shown("events", { region: "statussen" });
		same(item(element, "Geannuleerde dag").querySelector("[part=status]")?.textContent, "Geannuleerd");
		ok(!item(element, "Geannuleerde dag").querySelector(".button"), "registration for a cancelled event");
		ok(!item(element, "Volle dag").querySelector(".button"), "registration for a full event");
		ok(item(element, "Verplaatste dag").querySelector(".button"), "no registration");
	});

	it("tells when an event that was moved would have been", async () => {
		const element = await shown("events", { region: "statussen" });
		same(
			item(element, "Verplaatste dag").querySelector("[part=status]")?.textContent,
			"Verplaatst, was za 10 jan, 10:00",
		);
	});

	it("marks what is only an example", async () => {
		const element = await shown("events", { region: "statussen" });
		ok(item(element, "Volle dag").textContent?.includes("voorbeeld"), "not marked");
	});

	it("shows the time on the clocks of where it is, and the visitor's where that differs", async () => {
		const element = await shown("events", { region: "statussen" });
		const time = item(element, "New York").querySelector("[part=time]")?.textContent ?? "";
		ok(/0[4-9]:00|0[4-9]:30|08:30/.test(time) && time.includes("bij u"), time);
		ok(!item(element, "Volle dag").textContent?.includes("bij u"), "a zone where none is needed");
	});

	it("shows an event in a zone that no browser knows", async () => {
		const element = await shown("events", { region: "statussen" });
		item(element, "Dag op Mars");
		same(titles(element).length, 7);
	});
});

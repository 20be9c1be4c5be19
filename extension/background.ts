import { makeMenus, onAlarm, onIconClicked, onMenuClicked, onMessage, onStart, writeStored } from "./browser.ts";
import { type DrainCause, ToBackground } from "./messages.ts";
import { alarmName } from "./outbox/alarm.ts";
import { drainOutbox } from "./outbox/background-drain.ts";

// Everything is registered at once and nothing is kept in memory: the browser stops and starts this script as it likes.

onIconClicked((tab) => {
	void writeStored("session", "asked", { tabId: tab.id, url: tab.url ?? "", at: Date.now() });
});

onMenuClicked(({ tab, ...on }) => {
	void writeStored("session", "asked", { tabId: tab.id, url: tab.url ?? "", at: Date.now(), ...on });
});

const drain = (cause: DrainCause) => void drainOutbox(cause).catch((error) => console.error("outbox", error));

onStart(() => {
	void makeMenus().catch((error) => console.error("menus", error));
	drain("start");
});
onAlarm((name) => {
	if (name === alarmName) drain("alarm");
});
self.addEventListener("online", () => drain("online"));

onMessage((input) => {
	const message = ToBackground.safeParse(input);
	return message.success ? drainOutbox(message.data.cause) : undefined;
});

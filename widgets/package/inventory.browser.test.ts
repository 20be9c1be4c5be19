import { inventory } from "../element/home.ts";
import { ok, same } from "../testing/page.ts";
import { setInventory } from "./inventory.ts";

describe("setInventory", () => {
	it("takes the address of an inventory, in a folder or not, with or without a slash at its end", () => {
		for (const [address, home] of [
			["https://inventaris.example", "https://inventaris.example/"],
			["https://inventaris.example/", "https://inventaris.example/"],
			["https://school.example/techniek", "https://school.example/techniek/"],
			["https://school.example/embed/", "https://school.example/embed/"],
			["https://school.example/techniek/?utm=x#y", "https://school.example/techniek/"],
			["/techniek", `${location.origin}/techniek/`],
		] as const) {
			setInventory(address);
			same(inventory(), home, address);
		}
	});

	it("refuses what is no address of a web server, and leaves what was set", () => {
		setInventory(new URL("https://inventaris.example/"));
		for (const address of [
			"javascript:alert(1)",
			"data:text/html,x",
			"file:///etc/",
			"https://",
			"blob:https://a.example/b",
		]) {
			let refused: unknown;
			try {
				setInventory(address);
			} catch (error) {
				refused = error;
			}
			ok(refused instanceof TypeError, address);
			same(inventory(), "https://inventaris.example/");
		}
	});
});

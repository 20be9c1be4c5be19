/**
 * Connects the clipper to an inventory through its own settings page, as a person does who was given a token.
 * @param {import("playwright-core").Page} page shows the settings
 * @param {{ address: string, token: string, region: string }} connection the region must be one of the inventory's
 */
export async function connectClipper(page, { address, token, region }) {
	await page.locator("#address").fill(address);
	await page.locator("#by-hand summary").click();
	await page.locator("#token").fill(token);
	await page.locator("#token").press("Enter");
	await page.locator("#region").selectOption(region);
	await page.locator("button[type=submit]").click();
	await page.locator("#status.good").waitFor();
}

/**
 * Whether the clipper is connected to this inventory already, from an earlier time with the same profile.
 * @param {import("playwright-core").Page} page shows the settings
 * @param {string} address
 */
export async function isConnected(page, address) {
	await page.locator("#address").waitFor();
	// The settings fill themselves in a moment after they open.
	const signOut = page.locator("#sign-out");
	await signOut.waitFor({ timeout: 3000 }).catch(() => {});
	return (await signOut.count()) > 0 && (await page.locator("#address").inputValue()) === address;
}

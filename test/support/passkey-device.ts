import type { Page } from "playwright-core";

/**
 * Gives `page` a device that makes and shows passkeys without a person to touch it; everything else is the browser's own
 * WebAuthn.
 */
export async function givePasskeyDevice(page: Page): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send("WebAuthn.enable");
	await devtools.send("WebAuthn.addVirtualAuthenticator", {
		options: {
			protocol: "ctap2",
			transport: "internal",
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	});
}

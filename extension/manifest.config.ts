import packageJson from "../package.json" with { type: "json" };

export type Target = "chromium" | "firefox";

const icons = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/mark-${size}.png`]));
const panel = "panel/panel.html";

/**
 * The manifest (version 3). What each permission is for stands in docs/clipper.md. No host permissions and no content scripts: a page is read on a click and at no other time,
 * and the inventory answers requests with a token from any origin (CORS).
 */
export function manifestFor(target: Target) {
	const common = {
		manifest_version: 3,
		name: "__MSG_name__",
		description: "__MSG_description__",
		version: packageJson.version,
		default_locale: "nl",
		icons,
		action: { default_title: "__MSG_clip__", default_icon: icons },
		commands: { _execute_action: { suggested_key: { default: "Alt+Shift+R" } } },
		options_ui: { page: "settings/settings.html", open_in_tab: true },
		// Said in full, because Firefox's default would turn an inventory on http://127.0.0.1 into https.
		content_security_policy: {
			extension_pages:
				"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
		},
	};
	const permissions = ["activeTab", "scripting", "storage", "alarms", "contextMenus"];
	if (target === "chromium")
		return {
			...common,
			// The first in which a click may open the side panel.
			minimum_chrome_version: "116",
			permissions: [...permissions, "sidePanel"],
			background: { service_worker: "background.js", type: "module" },
			side_panel: { default_path: panel },
			// What an IT department may set; Firefox takes it from a file of its own and needs no schema.
			storage: { managed_schema: "managed-schema.json" },
		};
	return {
		...common,
		permissions,
		background: { scripts: ["background.js"], type: "module" },
		sidebar_action: {
			default_title: "__MSG_name__",
			default_panel: panel,
			default_icon: icons,
			open_at_install: false,
		},
		browser_specific_settings: {
			// The first on Android that knows data_collection_permissions.
			gecko_android: { strict_min_version: "142.0" },
			gecko: {
				id: "clipper@regiotechniek",
				strict_min_version: "140.0",
				// What leaves the device, and only to the inventory in the settings: the clip with its address, a name or number that
				// somebody leaves in it, and the token.
				data_collection_permissions: {
					required: ["websiteContent", "browsingActivity", "personallyIdentifyingInfo", "authenticationInfo"],
				},
			},
		},
	};
}

import type { Language } from "../../vocabularies/vocabulary.ts";
import type { WidgetKind } from "../widgets.ts";
import { en } from "./en.ts";
import { nl } from "./nl.ts";

type Titled = { title: string; text: string };

/** What the configurator says. Names of filters and kinds come with the widgets' own messages. */
export interface ConfiguratorMessages {
	product: string;
	page: string;
	title: string;
	lead: string;
	description: string;
	noScript: string;
	skipToContent: string;
	otherLanguage: string;
	kinds: Record<WidgetKind, Titled>;
	sections: Record<"what" | "items" | "view" | "look" | "preview" | "place" | "policy" | "privacy" | "managed", string>;
	widget: string;
	region: string;
	chooseRegion: string;
	noRegions: string;
	items: {
		intro: string;
		chosen: (count: number) => string;
		search: (what: string) => string;
		searchHint: (count: number) => string;
		nothing: string;
		count: (value: string, count: number) => string;
		unknown: (value: string) => string;
		total: (total: number, things: string) => string;
		none: string;
		loading: string;
		failed: string;
		retry: string;
		from: string;
		to: string;
		q: string;
		qHint: string;
		limit: string;
		limitHint: string;
		numberRefused: (low: number, high: number) => string;
	};
	view: {
		layout: string;
		layouts: Record<"list" | "cards" | "month" | "map" | "table" | "coverage", Titled>;
		filters: string;
		filtersUsual: string;
		filtersNone: string;
		filtersOwn: string;
		detail: string;
		details: Record<"dialog" | "page", string>;
		headingLevel: string;
		headingLevelHint: string;
		heading: (level: number) => string;
		usual: (what: string) => string;
		language: string;
		languages: Record<"auto" | Language, string>;
		theme: string;
		themes: Record<"auto" | "light" | "dark", string>;
		deepLink: string;
		deepLinkHint: string;
		structuredData: string;
		structuredDataHint: string;
	};
	look: {
		intro: string;
		brand: string;
		brandHint: string;
		button: string;
		buttonText: string;
		radius: string;
		gap: string;
		minHeight: string;
		minHeightHint: string;
		pixels: string;
		colorRefused: string;
		follow: string;
		pick: (what: string) => string;
		reset: (what: string) => string;
		onWhite: (ratio: string, enough: boolean) => string;
		onDark: (ratio: string, enough: boolean) => string;
		onButton: (ratio: string, enough: boolean) => string;
		darkAdvice: string;
		better: (color: string) => string;
		contrastTitle: string;
	};
	preview: {
		width: string;
		widths: Record<"phone" | "full", string>;
		scheme: string;
		schemes: Record<"light" | "dark", string>;
		language: string;
		languages: Record<Language, string>;
		note: string;
		waiting: string;
		says: (message: string) => string;
		noScript: string;
	};
	place: {
		intro: string;
		tabs: Record<"html" | "pinned" | "cms" | "wordpress" | "iframe" | "server" | "npm" | "managed", string>;
		intros: Record<"html" | "pinned" | "cms" | "wordpress" | "iframe" | "server" | "npm" | "managed", string>;
		tabsLabel: string;
		blocks: Record<
			| "html"
			| "script"
			| "div"
			| "css"
			| "link"
			| "frame"
			| "height"
			| "php"
			| "ssi"
			| "proxy"
			| "curl"
			| "install"
			| "import"
			| "element"
			| "managed",
			string
		>;
		copy: string;
		copied: string;
		copyFailed: string;
		copyWhat: (what: string) => string;
		noIntegrity: string;
		address: string;
		addressHint: string;
	};
	policy: {
		intro: string;
		lines: string;
		trustedTypes: string;
		trustedTypesHint: string;
		lookHint: string;
		serverHint: string;
		map: string;
	};
	privacy: {
		intro: string;
		text: (facts: { host: string; map: boolean; frame: boolean; own: boolean }) => string;
		inLanguage: string;
	};
	managed: {
		intro: string;
		token: string;
		tokenHint: string;
		signIn: string;
		busy: string;
		empty: string;
		refused: string;
		signedInAs: (name: string) => string;
		signOut: string;
		mayNot: string;
		name: string;
		nameHint: string;
		nameRefused: string;
		save: string;
		saving: string;
		saved: (name: string) => string;
		replace: (name: string) => string;
		replaceHint: (name: string) => string;
		list: string;
		none: string;
		load: string;
		loadNamed: (name: string) => string;
		loaded: (name: string) => string;
		remove: string;
		removeNamed: (name: string) => string;
		removed: (name: string) => string;
		removeSure: (name: string) => string;
		removeYes: string;
		cancel: string;
		changed: (when: string) => string;
		needsRegion: string;
		lookNote: string;
		first: string;
		loading: string;
	};
	failure: {
		unreachable: string;
		unreadable: string;
		other: (status: number) => string;
		forbidden: string;
	};
}

export const configuratorMessages: Readonly<Record<Language, ConfiguratorMessages>> = { nl, en };

/**
 * Keys to find the same page or the same title by. A key is a hint that two things may be one, never an identity:
 * the address as it was found and the canonical address are kept beside it.
 */

/** What newsletters, advertisements and statistics add to an address, and session ids. */
const trackingNames = new Set([
	"fbclid",
	"gclid",
	"gclsrc",
	"gbraid",
	"wbraid",
	"dclid",
	"msclkid",
	"ttclid",
	"twclid",
	"yclid",
	"igshid",
	"li_fat_id",
	"mc_cid",
	"mc_eid",
	"mkt_tok",
	"_ga",
	"_gl",
	"_hsenc",
	"_hsmi",
	"vero_id",
	"ref_src",
	"phpsessid",
	"jsessionid",
]);
const trackingPrefixes = /^(?:utm|mtm|pk|piwik|matomo|hsa)_/;

const isTracking = (name: string) => trackingNames.has(name) || trackingPrefixes.test(name);

function segmentKey(segment: string): string {
	try {
		return encodeURIComponent(decodeURIComponent(segment.replace(/;jsessionid=.*$/i, "")));
	} catch {
		// A stray percent sign: as it stands.
		return segment;
	}
}

function pathKey(path: string): string {
	return path
		.split("/")
		.map(segmentKey)
		.join("/")
		.replace(/(?:\/(?:(?:index|default)\.(?:html?|php|aspx?|jsp))?)+$/i, "");
}

function queryKey(query: URLSearchParams): string {
	const kept = [...query].filter(([name]) => !isTracking(name.toLowerCase()));
	// By code unit, so that every machine and language sorts alike.
	kept.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : x > y ? 1 : 0) : a < b ? -1 : 1));
	return kept.length > 0 ? `?${new URLSearchParams(kept)}` : "";
}

/** `#/vacature/1` and `#!/vacature/1` are the page itself in applications that route by fragment; any other is a place in it. */
function routeKey(hash: string): string {
	return /^#!?\/./.test(hash) ? hash.replace(/\/+$/, "").replace(/^#!?$/, "") : "";
}

/**
 * The key under which variants of one web address meet: without protocol, user, `www.`, default port, closing slash,
 * index file, tracking parameters and fragment, the other parameters sorted. `https://www.a.nl/b/?utm_source=c` → `a.nl/b`.
 * Empty for what is no http(s) address: empty keys match nothing.
 */
export function matchKeyOfUrl(url: string): string {
	if (!URL.canParse(url)) return "";
	const address = new URL(url);
	if (address.protocol !== "https:" && address.protocol !== "http:") return "";
	const host = address.host
		.replace(/:(?:80|443)$/, "")
		.replace(/\.+(?=$|:)/, "")
		// "www.nl" is a domain of its own.
		.replace(/^(?:www\.)+(?=[^.]+\.)/, "");
	return host + pathKey(address.pathname) + queryKey(address.searchParams) + routeKey(address.hash);
}

/**
 * The key under which ways of writing one title meet: lower case, without accents and punctuation, `&` as `en`.
 * Numbers stay: two editions are two things.
 */
export function matchKeyOfTitle(title: string): string {
	return title
		.toLowerCase()
		.normalize("NFKD")
		.toLowerCase()
		.replace(/[\p{M}'’‘`´]/gu, "")
		.replace(/&/g, " en ")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

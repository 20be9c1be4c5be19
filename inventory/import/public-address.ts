import ipaddr from "ipaddr.js";

/** IPv6 that is handed out to the public internet (RFC 4291); all else is for special use, whatever it is called. */
const globalUnicast = ipaddr.parseCIDR("2000::/3");

/**
 * Whether `address` (an IP address in any writing) is on the public internet: not private, loopback, link-local, carrier-grade
 * NAT, multicast or reserved, and not an IPv6 form that carries an IPv4 address along (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
	const bare = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
	if (!ipaddr.isValid(bare)) return false;
	const parsed = ipaddr.parse(bare);
	if (parsed.range() !== "unicast") return false;
	return parsed.kind() === "ipv4" || parsed.match(globalUnicast);
}

/** Hosts that may be fetched from although they are private or answer on another port: `IMPORT_ALLOW`. */
export type AllowedHosts = readonly { host: string; port: string | undefined }[];

const entry = /^(\[[\da-f:.]+\]|[a-z\d](?:[a-z\d.-]*[a-z\d])?)(?::(\d{1,5}))?$/i;

/** Reads `IMPORT_ALLOW`: hosts, each with a port or without one (then every port), with commas between them. Undefined when it is not that. */
export function readAllowedHosts(text: string): AllowedHosts | undefined {
	const found = text
		.split(",")
		.map((one) => one.trim())
		.filter((one) => one !== "")
		.map((one) => {
			const [, host, port] = entry.exec(one) ?? [];
			const isPort = port === undefined || (Number(port) >= 1 && Number(port) <= 65_535);
			return host && isPort ? { host: host.toLowerCase(), port } : undefined;
		});
	return found.every((one) => one !== undefined) ? found : undefined;
}

/** Whether `url` is one that the administrator named. */
export const isAllowed = (url: URL, allowed: AllowedHosts): boolean =>
	allowed.some(
		({ host, port }) =>
			host === url.hostname &&
			(port === undefined || port === (url.port || (url.protocol === "https:" ? "443" : "80"))),
	);

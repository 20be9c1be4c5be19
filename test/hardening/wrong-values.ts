/**
 * What a feed may say where something else belongs, as JSON text: much of it no program's own `JSON.stringify` writes.
 * By name, so that a failing test tells in a word what it was given.
 */

const text = (value: string) => JSON.stringify(value);
const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);

const types: Record<string, string> = {
	null: "null",
	true: "true",
	false: "false",
	zero: "0",
	"minus one": "-1",
	fraction: "0.1",
	"more than a number holds": "1e400",
	"less than a number holds": "-1e400",
	"more than is exact": "12345678901234567890",
	"NaN in words": '"NaN"',
	"number in words": '"12"',
	"empty text": '""',
	space: '" "',
	"empty object": "{}",
	"empty list": "[]",
	"list of null": "[null]",
	"list of lists": "[[[]]]",
	"list of mixed": '[1,"a",null,{},[],true]',
	"object like a list": '{"length":3,"0":"a"}',
	"object with toString": '{"toString":1,"valueOf":null}',
	"object with then": '{"then":1}',
	"object like a template": '{"_$litType$":1,"strings":["<b>","</b>"],"values":["x"]}',
	prototype: '{"__proto__":{"polluted":true}}',
	constructor: '{"constructor":{"prototype":{"polluted":true}}}',
	"deep list": nested("[", "]", 5000),
	"deep object": `${'{"a":'.repeat(3000)}1${"}".repeat(3000)}`,
	"long list": `[${"null,".repeat(5000)}null]`,
	"long list of texts": `[${'"a",'.repeat(2000)}"a"]`,
};

const texts: Record<string, string> = {
	"ten thousand letters": text("w".repeat(10_000)),
	"a megabyte": text("woord ".repeat(170_000)),
	"control characters": text("a\u0000b\u0001c\u001b[31md\u007fe\u0085f"),
	"line separators": text("a\nb\r\nc\u2028d\u2029e\tf\u000bg"),
	"right to left": text("\u202egro\u202d.\u2066elpmaxe\u2069\u200f"),
	"lone high surrogate": '"a\\ud83d"',
	"lone low surrogate": '"\\udc00b"',
	"zero width": text("\u200b\u200c\u200d\u2060\ufeff"),
	"byte order mark": text("\ufeffvoorbeeld"),
	"stacked marks": text(`Z${"\u0300\u0301\u0316\u0317".repeat(200)}`),
	"joined emoji": text("👩‍🔧".repeat(500)),
	"not a character": text("\uffff\ufffe\ufdd0"),
	markup: text('</template></script><img src=x onerror="globalThis.hacked=1">'),
	"quotes and braces": text("\"'`$" + "{globalThis.hacked=1}{{7*7}}<%= 7 %>"),
	"name of a member": text("__proto__"),
	"name of a function": text("toString"),
};

const moments: Record<string, string> = {
	"no such day": text("2026-02-30T10:00:00+01:00"),
	"no such month": text("2026-13-01T10:00:00+01:00"),
	"no such hour": text("2026-11-21T25:00:00+01:00"),
	"no such offset": text("2026-11-21T10:00:00+99:00"),
	"year zero": text("0000-00-00"),
	"the first year": text("0001-01-01T00:00:00Z"),
	"the last year": text("9999-12-31T23:59:59Z"),
	"year of six digits": text("+275760-09-13T00:00:00Z"),
	"a date": text("2027-06-01"),
	"no offset": text("2027-06-01T10:00"),
	week: text("2026-W47"),
	"in words": text("gisteren"),
	"no date but starts as one": text("2027-06-01Tomorrow"),
	"a moment with words": text("2027-06-01T10:00:00Z en dan"),
};

const zones: Record<string, string> = {
	"no such zone": text("Europe/Atlantis"),
	"zone with an offset": text("+01:00"),
	"zone of old": text("EST5EDT"),
	"zone as a path": text("../../etc/localtime"),
	"zone with an end": text("Europe/Amsterdam\u0000"),
};

const links: Record<string, string> = {
	script: text("javascript:globalThis.hacked=1"),
	"script with breaks": text(" \u0001java\nscript\t:globalThis.hacked=1"),
	data: text("data:text/html,<script>parent.hacked=1</script>"),
	"half an address": text("https://"),
	"broken host": text("http://[::1"),
	"host with a space": text("http://a b/"),
	relative: text("../../geheim?a#b"),
	"without scheme": text("//elders.example/pad"),
	file: text("file:///etc/passwd"),
	"with a password": text("https://naam:woord@inventory.example/"),
	"long address": text(`https://inventory.example/${"a".repeat(20_000)}`),
	fragment: text("#"),
	"half an escape": text("https://inventory.example/%E0%A4%A"),
};

const numbers: Record<string, string> = {
	"out of this world": "91.5",
	"around the world": "541",
	"minus a lot": "-9007199254740993",
	"hardly anything": "5e-324",
	"almost too much": "1.7976931348623157e308",
	"minus zero": "-0",
	"a third": "0.3333333333333333",
	"a number with words": text("51,55 N"),
};

/** Where `next` may lead; the server puts the feed's own address for `@self`. */
const following: Record<string, string> = {
	"itself as next": text("@self"),
	"a following page that is not there": text("@self/nergens"),
	"a following page elsewhere": text("https://elders.example/feed.json?after=2"),
	"a following page by name only": text("?after=3"),
};

export const wrongValues: Readonly<Record<string, string>> = {
	...types,
	...texts,
	...moments,
	...zones,
	...links,
	...numbers,
	...following,
};

/** Heavy ones, of which a few are enough. */
const heavy = ["a megabyte", "deep list", "deep object", "long list", "long list of texts", "ten thousand letters"];
export const lightNames: readonly string[] = Object.keys(wrongValues).filter((name) => !heavy.includes(name));
export const heavyNames: readonly string[] = heavy;
/** For the fields that they fit, where they do more than somewhere at random. */
export const momentNames: readonly string[] = Object.keys(moments);
export const zoneNames: readonly string[] = Object.keys(zones);
export const numberNames: readonly string[] = Object.keys(numbers);
export const linkNames: readonly string[] = Object.keys(links);
export const followingNames: readonly string[] = Object.keys(following);

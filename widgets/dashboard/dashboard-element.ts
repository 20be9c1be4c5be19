import { partElement } from "../element/part-element.ts";

/**
 * `<techniek-dashboard>`: the figures that a region steers by, in words, as a chart and as a table.
 *
 * @attr {string} region - The region whose indicators to show, such as `midden-brabant`.
 * @attr {string} src - Address of a feed of your own instead of the inventory's.
 * @attr {string} indicator - Which indicators, by their slug or id and in this order; all when it is not given.
 * @attr {string} perspective - Those of one perspective: `government`, `education` or `business`.
 * @attr {string} breakdown - The dimension to split by at first, such as `stage` or `municipality`.
 * @attr {number} heading-level - Level of the headings of indicators, 1 to 6; 3 when it is not given.
 * @attr {"auto" | "light" | "dark"} theme - Follows the visitor's own choice when it is not given.
 * @attr {"nl" | "en"} lang - The language; when it is not given that of the nearest ancestor, else Dutch.
 *
 * @slot - The fallback: shown until the indicators are there, and when they cannot be.
 *
 * @csspart item - One indicator.
 * @csspart title - The heading of an indicator.
 * @csspart value - The latest value.
 * @csspart target - The target and the distance to it, in words.
 * @csspart chart - A chart.
 * @csspart table - A table with the same figures.
 * @csspart message - How many there are, or why there are none.
 *
 * @cssproperty --techniek-min-height - Height to keep free from the start, so that nothing on the page moves.
 * @cssproperty --techniek-link-color - Colour of links.
 * @cssproperty --techniek-chart-color - Colour of lines and bars; that of links when it is not given.
 * @cssproperty --techniek-edge-color - Lines and borders.
 * @cssproperty --techniek-radius - Rounding of cards and fields.
 * @cssproperty --techniek-gap - Space between indicators.
 * @cssproperty --techniek-focus-color - Outline of what has the focus.
 *
 * @cssstate loading - The feed is on its way.
 * @cssstate ready - There are indicators.
 * @cssstate empty - The feed holds nothing.
 * @cssstate filtered-empty - None is what the attributes ask for.
 * @cssstate stale - An older copy, since the feed cannot be reached.
 * @cssstate error - There is nothing to show.
 *
 * @fires {TechniekLoadEvent} techniek-load - The indicators are there.
 * @fires {TechniekErrorEvent} techniek-error - Something is wrong that the partner should know.
 * @fires {TechniekSelectEvent} techniek-select - The visitor opened the details of an indicator.
 */
export class TechniekDashboard extends partElement("dashboard") {}

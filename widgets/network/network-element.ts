import { partElement } from "../element/part-element.ts";

/**
 * `<techniek-network>`: who works with whom in a region, and through what, as a map of the network and as a table.
 *
 * @attr {string} region - The region whose network to show, such as `midden-brabant`.
 * @attr {string} src - Address of a network file of your own instead of the inventory's.
 * @attr {string} action-line - Action lines of the region's programme.
 * @attr {string} stage - Stages of education: `po`, `vmbo`, `havo-vwo`, `mbo`, `hbo`, `wo`, `teachers`, …
 * @attr {string} place - Places, such as `Tilburg`.
 * @attr {string} kind - Kinds of node, such as `organization` or `initiative`.
 * @attr {string} focus - The id of one node: only that one and its neighbours.
 * @attr {number} heading-level - Level of headings, 1 to 6; 3 when it is not given.
 * @attr {"auto" | "light" | "dark"} theme - Follows the visitor's own choice when it is not given.
 * @attr {"nl" | "en"} lang - The language; when it is not given that of the nearest ancestor, else Dutch.
 *
 * @slot - The fallback: shown until the network is there, and when it cannot be.
 *
 * @csspart chart - The drawing.
 * @csspart table - A table with the same nodes.
 * @csspart message - How many there are, or why there are none.
 *
 * @cssproperty --techniek-min-height - Height to keep free from the start, so that nothing on the page moves.
 * @cssproperty --techniek-link-color - Colour of links.
 * @cssproperty --techniek-edge-color - Lines and borders.
 * @cssproperty --techniek-focus-color - Outline of what has the focus.
 *
 * @cssstate loading - The network is on its way.
 * @cssstate ready - There is a network.
 * @cssstate empty - There is nothing in it.
 * @cssstate filtered-empty - Nothing fits what was chosen.
 * @cssstate stale - An older copy, since the inventory cannot be reached.
 * @cssstate error - There is nothing to show.
 *
 * @fires {TechniekLoadEvent} techniek-load - The network is there.
 * @fires {TechniekErrorEvent} techniek-error - Something is wrong that the partner should know.
 * @fires {TechniekSelectEvent} techniek-select - The visitor chose a node.
 */
export class TechniekNetwork extends partElement("network") {}

import { css, html, LitElement } from "lit";

const day = new Intl.DateTimeFormat("nl", { dateStyle: "full", timeZone: "Europe/Amsterdam" });
const time = new Intl.DateTimeFormat("nl", { timeStyle: "short", timeZone: "Europe/Amsterdam" });

/** The least one would write with Lit: no filters, no validation, no states, no languages. The yardstick, not a product. */
class BareList extends LitElement {
	static properties = { items: { state: true } };
	static styles = css`
		ul { list-style: none; padding: 0 }
		li { border-block-end: 1px solid #ccc; padding: 0.75em 0 }
		h3 { margin: 0 }
		p { margin: 0.25em 0 }
	`;

	constructor() {
		super();
		this.items = [];
	}

	async connectedCallback() {
		super.connectedCallback();
		const response = await fetch(this.getAttribute("src"));
		this.items = (await response.json()).items;
	}

	render() {
		return html`<ul>${this.items.map(
			(item) => html`<li part="item">
				<p><time datetime=${item.start}>${day.format(new Date(item.start))} ${time.format(new Date(item.start))}</time></p>
				<h3><a href=${item.url}>${item.title}</a></h3>
				<p>${item.location?.name}, ${item.location?.place}</p>
				<p>${item.summary}</p>
				<p>${item.organizer?.name}</p>
			</li>`,
		)}</ul>`;
	}
}
customElements.define("bare-list", BareList);

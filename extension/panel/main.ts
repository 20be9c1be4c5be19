import { panelMessages } from "../../shared/messages/panel/messages.ts";
import { ClipperPanel } from "./clipper-panel.ts";

const { language, say } = panelMessages(navigator.language);
document.documentElement.lang = language;
document.title = say.product;

customElements.define("clipper-panel", ClipperPanel);

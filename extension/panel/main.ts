import { panelMessages } from "../../shared/messages/panel/messages.ts";
import { ClipperKnown } from "../known/clipper-known.ts";
import { ClipperSuggestions } from "../suggest/clipper-suggestions.ts";
import { ClipperPanel } from "./clipper-panel.ts";

const { language, say } = panelMessages(navigator.language);
document.documentElement.lang = language;
document.title = say.product;

customElements.define("clipper-known", ClipperKnown);
customElements.define("clipper-suggestions", ClipperSuggestions);
customElements.define("clipper-panel", ClipperPanel);

import { panelMessages } from "../../shared/messages/panel/messages.ts";
import { ClipperSettings } from "./clipper-settings.ts";

const { language, say } = panelMessages(navigator.language);
document.documentElement.lang = language;
document.title = say.connection.title;

customElements.define("clipper-settings", ClipperSettings);

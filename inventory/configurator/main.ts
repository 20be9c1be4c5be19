import "../../shared/style/house.css";
import "../workbench/style/frame.css";
import "../workbench/style/form.css";
import "./style/frame.css";
import "./style/choices.css";
import "./style/look.css";
import "./style/preview.css";
import "./style/place.css";
import "./style/managed.css";
import { definePage } from "./define.ts";
import { InventoryFacts } from "./snippets/inventory.ts";

definePage();
// The service writes it; the page parses it all the same, since the two may be of different versions for a moment.
const facts = InventoryFacts.parse(JSON.parse(document.getElementById("facts")?.textContent ?? ""));
const app = document.querySelector("configurator-app");
if (app) app.facts = facts;

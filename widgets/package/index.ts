/** All that the package has. Importing it registers nothing. */
export * from "./dashboard/element.ts";
export * from "./events/element.ts";
export * from "./initiatives/element.ts";
export * from "./network/element.ts";
export * from "./opportunities/element.ts";

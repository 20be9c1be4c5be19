/** Migrations are made from these tables: `npx drizzle-kit generate`. Forward only. */
export * from "./tables/access.ts";
export * from "./tables/history.ts";
export * from "./tables/imports.ts";
export * from "./tables/insight.ts";
export * from "./tables/records.ts";
export * from "./tables/work-list.ts";

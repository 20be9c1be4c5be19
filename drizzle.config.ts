import { defineConfig } from "drizzle-kit";

export default defineConfig({
	dialect: "postgresql",
	schema: "./inventory/db/schema.ts",
	out: "./inventory/db/migrations",
});

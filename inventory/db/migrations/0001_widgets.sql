CREATE TABLE "widgets" (
	"name" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"attributes" jsonb NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

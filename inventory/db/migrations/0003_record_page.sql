CREATE TABLE "merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"record_id" uuid NOT NULL,
	"into" uuid NOT NULL,
	"into_revision" integer NOT NULL,
	"trail" jsonb NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "verdicts" (
	"one" uuid NOT NULL,
	"other" uuid NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "verdicts_one_other_pk" PRIMARY KEY("one","other")
);
--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "calendar_id" uuid;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_into_records_id_fk" FOREIGN KEY ("into") REFERENCES "public"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_one_records_id_fk" FOREIGN KEY ("one") REFERENCES "public"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_other_records_id_fk" FOREIGN KEY ("other") REFERENCES "public"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "merges_record" ON "merges" USING btree ("record_id");--> statement-breakpoint
CREATE INDEX "merges_into" ON "merges" USING btree ("into");--> statement-breakpoint
CREATE INDEX "verdicts_other" ON "verdicts" USING btree ("other");--> statement-breakpoint
CREATE INDEX "records_merged_into" ON "records" USING btree ("merged_into");--> statement-breakpoint
CREATE INDEX "records_data" ON "records" USING gin ("data" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "records_start_day" ON "records" USING btree ("region","kind",left("data"->>'start', 10));
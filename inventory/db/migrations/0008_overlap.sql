CREATE TABLE "overlap_checked" (
	"record_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "overlap_decisions" (
	"one" uuid NOT NULL,
	"other" uuid NOT NULL,
	"outcome" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "overlap_decisions_one_other_pk" PRIMARY KEY("one","other")
);
--> statement-breakpoint
CREATE TABLE "overlap_pairs" (
	"one" uuid NOT NULL,
	"other" uuid NOT NULL,
	"score" real NOT NULL,
	CONSTRAINT "overlap_pairs_one_other_pk" PRIMARY KEY("one","other")
);
--> statement-breakpoint
CREATE TABLE "overlap_words" (
	"region" text NOT NULL,
	"word" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "overlap_words_region_word_pk" PRIMARY KEY("region","word")
);
--> statement-breakpoint
ALTER TABLE "overlap_checked" ADD CONSTRAINT "overlap_checked_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overlap_decisions" ADD CONSTRAINT "overlap_decisions_one_records_id_fk" FOREIGN KEY ("one") REFERENCES "public"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overlap_decisions" ADD CONSTRAINT "overlap_decisions_other_records_id_fk" FOREIGN KEY ("other") REFERENCES "public"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overlap_pairs" ADD CONSTRAINT "overlap_pairs_one_records_id_fk" FOREIGN KEY ("one") REFERENCES "public"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overlap_pairs" ADD CONSTRAINT "overlap_pairs_other_records_id_fk" FOREIGN KEY ("other") REFERENCES "public"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "overlap_decisions_other" ON "overlap_decisions" USING btree ("other");--> statement-breakpoint
CREATE INDEX "overlap_pairs_other" ON "overlap_pairs" USING btree ("other");--> statement-breakpoint
-- The words and partners of initiatives alone, which are a small part of all records: what overlaps is looked for among them.
CREATE INDEX "records_initiative_search" ON "records" USING gin ("search") WITH (fastupdate = off) WHERE "kind" = 'initiative';--> statement-breakpoint
CREATE INDEX "records_initiative_partners" ON "records" USING gin (("data"->'partners') jsonb_path_ops) WITH (fastupdate = off) WHERE "kind" = 'initiative';

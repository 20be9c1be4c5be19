CREATE TABLE "introduction_steps" (
	"introduction_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"status" text NOT NULL,
	"note" text,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "introduction_steps_introduction_id_revision_pk" PRIMARY KEY("introduction_id","revision")
);
--> statement-breakpoint
CREATE TABLE "introductions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"region" text NOT NULL,
	"status" text NOT NULL,
	"note" text,
	"revision" integer NOT NULL,
	"by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "introduction_steps" ADD CONSTRAINT "introduction_steps_introduction_id_introductions_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introductions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_request_id_records_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_offer_id_records_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_region_regions_id_fk" FOREIGN KEY ("region") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "introductions_pair" ON "introductions" USING btree ("request_id","offer_id");--> statement-breakpoint
CREATE INDEX "introductions_offer" ON "introductions" USING btree ("offer_id");--> statement-breakpoint
CREATE INDEX "introductions_region" ON "introductions" USING btree ("region","updated_at","id");--> statement-breakpoint
CREATE INDEX "records_matching" ON "records" USING btree (("data"->>'type'),("data"->>'direction'),coalesce("data"->>'validThrough', '9999-12-31')) WHERE "records"."kind" = 'opportunity' and "records"."state" in ('clipped', 'in-review', 'published');--> statement-breakpoint
CREATE INDEX "records_matching_region" ON "records" USING btree ("region",("data"->>'direction'),"updated_at","id") WHERE "records"."kind" = 'opportunity' and "records"."state" in ('clipped', 'in-review', 'published');
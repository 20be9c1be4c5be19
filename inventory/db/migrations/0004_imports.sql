CREATE TABLE "import_items" (
	"source_id" uuid NOT NULL,
	"key" text NOT NULL,
	"record_id" uuid NOT NULL,
	"raw_digest" text NOT NULL,
	"raw" jsonb NOT NULL,
	"imported" jsonb NOT NULL,
	"url_key" text,
	"content_key" text NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"last_seen" timestamp (3) with time zone NOT NULL,
	"vanished_at" timestamp (3) with time zone,
	CONSTRAINT "import_items_source_id_key_pk" PRIMARY KEY("source_id","key")
);
--> statement-breakpoint
CREATE TABLE "import_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"state" text NOT NULL,
	"started_by" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"progress_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"cancel" boolean DEFAULT false NOT NULL,
	"counts" jsonb NOT NULL,
	"report" jsonb NOT NULL,
	"problem" jsonb
);
--> statement-breakpoint
CREATE TABLE "import_sources" (
	"id" uuid PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"format" text DEFAULT 'auto' NOT NULL,
	"schedule" text,
	"paused" boolean DEFAULT false NOT NULL,
	"mapping" jsonb NOT NULL,
	"etag" text,
	"last_modified" text,
	"body_digest" text,
	"read_at" timestamp (3) with time zone,
	"next_run_at" timestamp (3) with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "import_items" ADD CONSTRAINT "import_items_source_id_import_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."import_sources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_items" ADD CONSTRAINT "import_items_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_runs" ADD CONSTRAINT "import_runs_source_id_import_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."import_sources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_sources" ADD CONSTRAINT "import_sources_region_regions_id_fk" FOREIGN KEY ("region") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_items_content" ON "import_items" USING btree ("source_id","content_key");--> statement-breakpoint
CREATE INDEX "import_items_url" ON "import_items" USING btree ("source_id","url_key");--> statement-breakpoint
CREATE INDEX "import_items_record" ON "import_items" USING btree ("record_id");--> statement-breakpoint
CREATE INDEX "import_runs_source" ON "import_runs" USING btree ("source_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "import_runs_one" ON "import_runs" USING btree ("source_id") WHERE "import_runs"."state" = 'running';--> statement-breakpoint
CREATE UNIQUE INDEX "import_sources_address" ON "import_sources" USING btree ("region","kind","address");--> statement-breakpoint
CREATE INDEX "import_sources_next" ON "import_sources" USING btree ("next_run_at");
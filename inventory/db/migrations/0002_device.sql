CREATE TABLE "device_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"device_digest" text NOT NULL,
	"user_digest" text NOT NULL,
	"client" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"interval" integer NOT NULL,
	"polled_at" timestamp (3) with time zone,
	"state" text NOT NULL,
	"decided_by" text
);
--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "client" text;--> statement-breakpoint
CREATE UNIQUE INDEX "device_requests_device" ON "device_requests" USING btree ("device_digest");--> statement-breakpoint
CREATE UNIQUE INDEX "device_requests_user" ON "device_requests" USING btree ("user_digest");
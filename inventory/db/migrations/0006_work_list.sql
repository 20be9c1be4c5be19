CREATE TABLE "bulk_items" (
	"run_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"record_id" uuid NOT NULL,
	"state" text NOT NULL,
	"revision" integer NOT NULL,
	"sentence" jsonb,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "bulk_items_run_id_position_pk" PRIMARY KEY("run_id","position")
);
--> statement-breakpoint
CREATE TABLE "bulk_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"by" text NOT NULL,
	"actor" text NOT NULL,
	"action" jsonb NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"owner" text NOT NULL,
	"region" text,
	"filters" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "source_checks" (
	"source_id" uuid PRIMARY KEY NOT NULL,
	"record_id" uuid NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"etag" text,
	"last_modified" text,
	"digest" text,
	"failures" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_run_id_bulk_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."bulk_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_region_regions_id_fk" FOREIGN KEY ("region") REFERENCES "public"."regions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_checks" ADD CONSTRAINT "source_checks_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_checks" ADD CONSTRAINT "source_checks_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_items_record" ON "bulk_items" USING btree ("record_id");--> statement-breakpoint
CREATE INDEX "bulk_runs_actor" ON "bulk_runs" USING btree ("actor");--> statement-breakpoint
CREATE INDEX "saved_searches_owner" ON "saved_searches" USING btree ("owner");--> statement-breakpoint
CREATE INDEX "saved_searches_region" ON "saved_searches" USING btree ("region");--> statement-breakpoint
CREATE INDEX "source_checks_record" ON "source_checks" USING btree ("record_id");--> statement-breakpoint
CREATE INDEX "source_checks_state" ON "source_checks" USING btree ("state");--> statement-breakpoint
-- What search and the work list read is derived here, in the database, so that every way of writing a record keeps it right.
-- The columns stand outside schema.ts: whoever reads records does not fetch them along.
ALTER TABLE "records" ADD COLUMN "search" tsvector NOT NULL DEFAULT ''::tsvector;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "attention" smallint NOT NULL DEFAULT 2;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "starts_on" text;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "ends_on" text;--> statement-breakpoint
-- Every word in use once (now and then twice: a unique index would let writers wait for one another), for typing errors and
-- for parts of compounds.
CREATE TABLE "search_words" ("word" text NOT NULL, "key" text NOT NULL);--> statement-breakpoint
CREATE INDEX "search_words_word" ON "search_words" USING btree ("word");--> statement-breakpoint
CREATE INDEX "search_words_key" ON "search_words" USING btree ("key");--> statement-breakpoint
CREATE INDEX "search_words_trgm" ON "search_words" USING gin ("word" gin_trgm_ops) WITH (fastupdate = off);--> statement-breakpoint
-- The same as plainWords in shared/text/search-words.ts.
CREATE FUNCTION "search_plain"(input text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
	-- Plain ASCII, which most text is, takes a quarter of the time this way.
	SELECT CASE WHEN octet_length(input) = length(input)
		THEN regexp_replace(lower(replace(input, '''', '')), '[^a-z0-9]+', ' ', 'g')
		ELSE regexp_replace(regexp_replace(lower(normalize(input, NFKD)), '[\u0300-\u036f''\u2019]', '', 'g'), '[^[:alnum:]]+', ' ', 'g')
	END
$$;--> statement-breakpoint
-- The same as wordKey in shared/text/word-forms.ts.
CREATE FUNCTION "search_word_key"(plain text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
	singular text := plain;
	closing text;
BEGIN
	IF length(plain) < 4 THEN RETURN plain; END IF;
	IF plain ~ 'ie[ns]$' THEN RETURN left(plain, -1); END IF;
	IF length(plain) > 4 AND plain ~ 'en$' THEN
		singular := left(plain, -2);
		closing := right(singular, 1);
		IF closing !~ '[aeiou]' AND closing = substr(singular, length(singular) - 1, 1) THEN singular := left(singular, -1);
		ELSIF closing = 'v' THEN singular := left(singular, -1) || 'f';
		ELSIF closing = 'z' THEN singular := left(singular, -1) || 's';
		END IF;
	END IF;
	IF length(singular) > 4 THEN singular := regexp_replace(singular, '([^s])s$', '\1'); END IF;
	RETURN regexp_replace(singular, '([aeou])\1(?=[^aeiou]+$)', '\1');
END
$$;--> statement-breakpoint
-- The fields that a reviewer wants to see filled before a record is published.
CREATE FUNCTION "record_missing"(kind text, data jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
	SELECT array_remove(ARRAY[
		CASE WHEN kind IN ('initiative', 'event', 'opportunity') AND coalesce(data->>'summary', data->>'description', '') = '' THEN 'summary' END,
		CASE WHEN kind = 'initiative' AND coalesce(data->'actionLines', '[]') = '[]' THEN 'actionLines' END,
		CASE WHEN kind = 'initiative' AND coalesce(data->'partners', '[]') = '[]' THEN 'partners' END,
		CASE WHEN kind = 'event' AND data->'location' IS NULL AND coalesce(data->>'attendance', 'offline') <> 'online' THEN 'location' END,
		CASE WHEN kind = 'event' AND data->'organizer' IS NULL THEN 'organizer' END,
		CASE WHEN kind = 'opportunity' AND data->'organization' IS NULL THEN 'organization' END,
		CASE WHEN kind = 'opportunity' AND coalesce(data->>'applyUrl', data->>'sourceUrl', data->'source'->>'url') IS NULL THEN 'applyUrl' END,
		CASE WHEN kind = 'indicator' AND coalesce(data->'observations', '[]') = '[]' THEN 'observations' END
	], NULL)
$$;--> statement-breakpoint
-- Without sequential scans: the plans are made while the tables are small, and stay while one statement fills them.
-- Words as they are, word keys with "=" before them, and codes as #field:code or #none:field; GIN then answers all three.
CREATE FUNCTION "records_derive"() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
	texts text;
	words text[];
	lexemes text[];
	missing text[] := record_missing(NEW.kind, NEW.data);
BEGIN
	SELECT string_agg(value #>> '{}', ' ') INTO texts
		FROM jsonb_path_query(NEW.data, 'strict $.**') AS value
		WHERE jsonb_typeof(value) = 'string' AND value #>> '{}' !~ '^(https?://|\d{4}-\d\d-\d\d)';
	SELECT coalesce(array_agg(DISTINCT word), '{}') INTO words
		FROM string_to_table(search_plain(concat_ws(' ', NEW.title, texts, NEW.note)), ' ') AS word
		WHERE word <> '' AND length(word) <= 40;
	INSERT INTO search_words (word, key)
		SELECT one, search_word_key(one) FROM unnest(words) AS one
		WHERE one ~ '^[[:alpha:]]{3,}$' AND NOT EXISTS (SELECT FROM search_words AS known WHERE known.word = one);
	lexemes := words
		|| ARRAY(SELECT '=' || coalesce((SELECT key FROM search_words AS known WHERE known.word = one LIMIT 1), search_word_key(one))
			FROM unnest(words) AS one)
		|| ARRAY(SELECT '#' || field.key || ':' || code FROM jsonb_each(NEW.data) AS field,
			jsonb_array_elements_text(CASE jsonb_typeof(field.value) WHEN 'array' THEN field.value WHEN 'string' THEN jsonb_build_array(field.value) ELSE '[]' END) AS code
			WHERE code ~ '^[a-z0-9-]{1,60}$')
		|| CASE WHEN NEW.kind <> 'organization' AND coalesce(NEW.data->'actionLines', '[]') = '[]' THEN ARRAY['#none:actionLines'] END
		|| CASE WHEN missing <> '{}' THEN ARRAY['#incomplete'] END;
	NEW.search := array_to_tsvector(ARRAY(SELECT DISTINCT one FROM unnest(lexemes) AS one WHERE one IS NOT NULL));
	NEW.starts_on := CASE WHEN NEW.kind = 'event' AND NEW.data->>'start' ~ '^\d{4}-\d\d-\d\d' THEN left(NEW.data->>'start', 10) END;
	NEW.ends_on := CASE WHEN coalesce(NEW.data->>'validThrough', NEW.data->'planning'->>'end') ~ '^\d{4}-\d\d-\d\d$'
		THEN coalesce(NEW.data->>'validThrough', NEW.data->'planning'->>'end') END;
	NEW.attention := CASE
		WHEN missing <> '{}' THEN 0
		WHEN EXISTS (SELECT FROM records AS twin WHERE twin.title_key = NEW.title_key AND twin.region = NEW.region
			AND twin.kind = NEW.kind AND twin.id <> NEW.id AND twin.state IN ('clipped', 'in-review', 'published')
			AND coalesce(twin.starts_on, '') = coalesce(NEW.starts_on, '')
			AND NOT EXISTS (SELECT FROM verdicts WHERE one = least(twin.id, NEW.id) AND other = greatest(twin.id, NEW.id))) THEN 1
		ELSE 2
	END;
	RETURN NEW;
END
$$;--> statement-breakpoint
CREATE INDEX "records_title_key" ON "records" USING btree ("title_key", "region", "kind");--> statement-breakpoint
CREATE TRIGGER "records_derive" BEFORE INSERT OR UPDATE OF "kind", "region", "title", "title_key", "data", "note" ON "records"
	FOR EACH ROW EXECUTE FUNCTION "records_derive"();--> statement-breakpoint
-- When a record is put away or gets another title, those that looked like it are looked at again; not those that somebody else
-- is at, whose own change looks at them.
CREATE FUNCTION "records_look_again"() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
	IF NEW.title_key <> OLD.title_key OR (NEW.state IN ('archived', 'merged') AND OLD.state <> NEW.state) THEN
		UPDATE records SET title = title WHERE id IN (
			SELECT id FROM records WHERE title_key = OLD.title_key AND region = OLD.region AND kind = OLD.kind
				AND attention = 1 AND id <> NEW.id FOR UPDATE SKIP LOCKED);
	END IF;
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER "records_look_again" AFTER UPDATE OF "state", "title_key" ON "records"
	FOR EACH ROW EXECUTE FUNCTION "records_look_again"();--> statement-breakpoint
CREATE FUNCTION "verdicts_look_again"() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
	UPDATE records SET title = title WHERE id IN (
		SELECT id FROM records WHERE id IN (coalesce(NEW.one, OLD.one), coalesce(NEW.other, OLD.other)) FOR UPDATE SKIP LOCKED);
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER "verdicts_look_again" AFTER INSERT OR DELETE ON "verdicts"
	FOR EACH ROW EXECUTE FUNCTION "verdicts_look_again"();--> statement-breakpoint
UPDATE "records" SET "title" = "title";--> statement-breakpoint
CREATE INDEX "records_search" ON "records" USING gin ("search") WITH (fastupdate = off);--> statement-breakpoint
CREATE INDEX "records_queue" ON "records" USING btree ("attention", "created_at", "id") WHERE "state" IN ('clipped', 'in-review');--> statement-breakpoint
CREATE INDEX "records_updated" ON "records" USING btree ("updated_at", "id");--> statement-breakpoint
CREATE INDEX "records_state_updated" ON "records" USING btree ("state", "updated_at", "id");--> statement-breakpoint
CREATE INDEX "records_region_state_updated" ON "records" USING btree ("region", "state", "updated_at", "id");--> statement-breakpoint
CREATE INDEX "records_ends" ON "records" USING btree ("ends_on", "id") WHERE "ends_on" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "records_starts" ON "records" USING btree ("starts_on") WHERE "state" IN ('clipped', 'in-review');

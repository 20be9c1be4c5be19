-- Records with the same title are looked for by the title alone: a plan made while the table was small would go through the whole region
-- instead, and an import of many records would take longer for each. `|| ''` keeps the other columns out of the choice of index.
CREATE OR REPLACE FUNCTION "records_derive"() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
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
		WHEN EXISTS (SELECT FROM records AS twin WHERE twin.title_key = NEW.title_key AND twin.region || '' = NEW.region
			AND twin.kind = NEW.kind AND twin.id <> NEW.id AND twin.state || '' IN ('clipped', 'in-review', 'published')
			AND coalesce(twin.starts_on, '') = coalesce(NEW.starts_on, '')
			AND NOT EXISTS (SELECT FROM verdicts WHERE one = least(twin.id, NEW.id) AND other = greatest(twin.id, NEW.id))) THEN 1
		ELSE 2
	END;
	RETURN NEW;
END
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION "records_look_again"() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
	IF NEW.title_key <> OLD.title_key OR (NEW.state IN ('archived', 'merged') AND OLD.state <> NEW.state) THEN
		UPDATE records SET title = title WHERE id IN (
			SELECT id FROM records WHERE title_key = OLD.title_key AND region || '' = OLD.region AND kind = OLD.kind
				AND attention = 1 AND id <> NEW.id FOR UPDATE SKIP LOCKED);
	END IF;
	RETURN NULL;
END
$$;--> statement-breakpoint
-- What search goes through stays beside the row instead of in a table of its own, packed: it is looked at for each record of a list.
ALTER TABLE "records" SET (toast_tuple_target = 8160);

SELECT ('{"data":{"account":' || coalesce(
      (SELECT ('{"id":"account:' || "t1"."id"::text || '","display":' || coalesce('"' || replace(replace((CAST("t1"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"email":' || coalesce('"' || replace(replace((CAST("t1"."email" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
      FROM "anope_db_account" AS "t1"
      WHERE "t1"."id" = %s), 'null') || '}}')

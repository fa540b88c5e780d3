SELECT ('{"data":{"node":' || coalesce(
      (SELECT ('{"__typename":"Account","id":"account:' || "t1"."id"::text || '","display":' || coalesce('"' || replace(replace((CAST("t1"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
      FROM "anope_db_account" AS "t1"
      WHERE "t1"."id" = %s), 'null') || ',"other":' || coalesce(
      (SELECT ('{"__typename":"Channel","id":"channel:' || "t2"."id"::text || '","name":' || coalesce('"' || replace(replace((CAST("t2"."name" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
      FROM "anope_db_channel" AS "t2"
      WHERE "t2"."id" = %s), 'null') || '}}')

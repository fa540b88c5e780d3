SELECT ('{"data":{"account":' || coalesce(
      (SELECT ('{"id":"account:' || "t1"."id"::text || '","display":' || coalesce('"' || replace(replace((CAST("t1"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
      FROM "anope_db_account" AS "t1"
      WHERE ((left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t1"."display" COLLATE "C") = %s))
      ORDER BY "t1"."id"
      LIMIT 1), 'null') || ',"channel":' || coalesce(
      (SELECT ('{"name":' || coalesce('"' || replace(replace((CAST("t2"."name" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
      FROM "anope_db_channel" AS "t2"
      WHERE ((left(coalesce(lower("t2"."name" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t2"."name" COLLATE "C") = %s))
      ORDER BY "t2"."id"
      LIMIT 1), 'null') || '}}')

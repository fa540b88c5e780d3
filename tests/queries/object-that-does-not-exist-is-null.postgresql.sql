SELECT ('{"data":{"account":' || coalesce(
      (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t1"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
      FROM "anope_db_account" AS "t1"
      WHERE "t1"."id" = %s), 'null') || ',"nick":' || coalesce(
      (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t2"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
      FROM "anope_db_nick" AS "t2"
      WHERE ((left(coalesce(lower("t2"."nick" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t2"."nick" COLLATE "C") = %s))
      ORDER BY "t2"."id"
      LIMIT 1), 'null') || ',"node":' || coalesce(
      (SELECT ('{"id":"memo:' || "t3"."id"::text || '"}')
      FROM "anope_db_memo" AS "t3"
      WHERE "t3"."id" = %s), 'null') || '}}')

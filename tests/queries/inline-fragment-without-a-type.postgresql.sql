SELECT ('{"data":{"account":' || coalesce(
      (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t1"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
      FROM "anope_db_account" AS "t1"
      WHERE ((left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t1"."display" COLLATE "C") = %s))
      ORDER BY "t1"."id"
      LIMIT 1), 'null') || '}}')

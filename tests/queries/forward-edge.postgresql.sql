SELECT ('{"data":{"nick":' || coalesce(
      (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t1"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"account":' || coalesce(
            (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t2"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"email":' || coalesce('"' || replace(replace((CAST("t2"."email" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
            FROM "anope_db_account" AS "t2"
            WHERE "t2"."id" = "t1"."nc"), 'null') || '}')
      FROM "anope_db_nick" AS "t1"
      WHERE ((left(coalesce(lower("t1"."nick" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t1"."nick" COLLATE "C") = %s))
      ORDER BY "t1"."id"
      LIMIT 1), 'null') || '}}')

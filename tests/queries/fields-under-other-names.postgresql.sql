SELECT ('{"data":{"who":' || coalesce(
      (SELECT ('{"name":' || coalesce('"' || replace(replace((CAST("t1"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"display":' || coalesce('"' || replace(replace((CAST("t1"."email" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"own":{"some":[' ||
          (SELECT coalesce(string_agg("p"."j", ','), '')
          FROM
            (SELECT ('{"name":' || coalesce('"' || replace(replace((CAST("t2"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
            FROM "anope_db_nick" AS "t2"
            WHERE "t2"."nc" = "t1"."id"
            ORDER BY "t2"."id" ASC
            LIMIT %s) AS "p") || ']}}')
      FROM "anope_db_account" AS "t1"
      WHERE ((left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t1"."display" COLLATE "C") = %s))
      ORDER BY "t1"."id"
      LIMIT 1), 'null') || '}}')

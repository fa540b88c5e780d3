SELECT ('{"data":{"nicks":{"totalCount":' ||
    (SELECT COUNT(*)
    FROM "anope_db_nick" AS "t1"
    WHERE "t1"."nc" IN
      (SELECT "t2"."id"
      FROM "anope_db_account" AS "t2"
      WHERE (left(coalesce(lower("t2"."display" COLLATE "C"), ''), 191) IN (left(%s, 191), left(%s, 191)) AND lower("t2"."display" COLLATE "C") IN (%s, %s))))::text || ',"nodes":[' ||
    (SELECT coalesce(string_agg("p"."j", ','), '')
    FROM
      (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t3"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
      FROM "anope_db_nick" AS "t3"
      WHERE "t3"."nc" IN
        (SELECT "t4"."id"
        FROM "anope_db_account" AS "t4"
        WHERE (left(coalesce(lower("t4"."display" COLLATE "C"), ''), 191) IN (left(%s, 191), left(%s, 191)) AND lower("t4"."display" COLLATE "C") IN (%s, %s)))
      ORDER BY "t3"."id" ASC
      LIMIT %s) AS "p") || ']}}}')

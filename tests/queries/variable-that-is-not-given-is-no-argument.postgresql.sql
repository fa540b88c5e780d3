SELECT ('{"data":{"nicks":{"nodes":[' ||
    (SELECT coalesce(string_agg("p"."j", ','), '')
    FROM
      (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t1"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
      FROM "anope_db_nick" AS "t1"
      ORDER BY "t1"."id" ASC
      LIMIT %s) AS "p") || ']},"accounts":{"totalCount":' ||
    (SELECT COUNT(*)
    FROM "anope_db_account" AS "t2"
    WHERE (left(coalesce(lower("t2"."display" COLLATE "C"), ''), 191) = left(%s, 191) AND lower("t2"."display" COLLATE "C") = %s))::text || '}}}')

SELECT ('{"data":{"account":' || coalesce(
      (SELECT '{}'
      FROM "anope_db_account" AS "t1"
      WHERE ((left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t1"."display" COLLATE "C") = %s))
      ORDER BY "t1"."id"
      LIMIT 1), 'null') || ',"accounts":{"nodes":[' ||
    (SELECT coalesce(string_agg("p"."j", ','), '')
    FROM
      (SELECT '{}' AS "j"
      FROM "anope_db_account" AS "t2"
      ORDER BY "t2"."id" ASC
      LIMIT %s) AS "p") || ']}}}')

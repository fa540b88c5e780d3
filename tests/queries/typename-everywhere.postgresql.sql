SELECT ('{"data":{"__typename":"Query","accounts":{"__typename":"AccountConnection","pageInfo":{"__typename":"PageInfo"},"edges":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"__typename":"AccountEdge","node":' || ('{"__typename":"Account","kind":"Account","nicks":{"nodes":[' ||
        (SELECT coalesce(string_agg("p"."j", ','), '')
        FROM
          (SELECT '{"__typename":"Nick"}' AS "j"
          FROM "anope_db_nick" AS "t1"
          WHERE "t1"."nc" = "t2"."id"
          ORDER BY "t1"."id" ASC
          LIMIT %s) AS "p") || ']}}') || '}') AS "j"
  FROM "anope_db_account" AS "t2"
  ORDER BY "t2"."id" ASC
  LIMIT %s) AS "p"

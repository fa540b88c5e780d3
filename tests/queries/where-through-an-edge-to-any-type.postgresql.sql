SELECT ('{"data":{"vhosts":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"host":' || coalesce('"' || replace(replace((CAST("t1"."vhost" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
  FROM "anope_db_vhost" AS "t1"
  WHERE "t1"."owner" IN
    (SELECT "t2"."id"
    FROM "anope_db_nick" AS "t2"
    WHERE (left(coalesce(lower("t2"."nick" COLLATE "C"), ''), 191) = left(%s, 191) AND lower("t2"."nick" COLLATE "C") = %s))
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"

SELECT CAST((concat('{"data":{"channels":{"nodes":[', group_concat((concat('{"name":', json_quote(CAST("p0"."name" AS TEXT)), ',"successor":', coalesce(
                (SELECT json_object('display', CAST("t1"."display" AS TEXT))
                FROM "anope_db_account" AS "t1"
                WHERE "t1"."id" = "p0"."successor"), 'null'), '}')), ','), ']}}}')) AS BLOB)
FROM
  (SELECT "t2"."name" AS "name", "t2"."successor" AS "successor"
  FROM "anope_db_channel" AS "t2" LEFT OUTER JOIN "anope_db_account" AS "t3" ON "t3"."id" = "t2"."successor"
  ORDER BY substr(lower("t3"."display"), 1, 191) ASC NULLS LAST, "t2"."id" ASC
  LIMIT ?) AS "p0"

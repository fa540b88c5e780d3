SELECT CAST((concat('{"data":{"channels":{"nodes":[', group_concat((concat('{"name":', json_quote(CAST("p0"."name" AS TEXT)), ',"bot":', coalesce(
                (SELECT json_object('nick', CAST("t1"."nick" AS TEXT))
                FROM "anope_db_botinfo" AS "t1"
                WHERE "t1"."id" = "p0"."bi"), 'null'), '}')), ','), ']}}}')) AS BLOB)
FROM
  (SELECT "t2"."bi" AS "bi", "t2"."name" AS "name"
  FROM "anope_db_channel" AS "t2" LEFT OUTER JOIN "anope_db_botinfo" AS "t3" ON "t3"."id" = "t2"."bi"
  ORDER BY substr(lower("t3"."nick"), 1, 191) DESC NULLS FIRST, substr(coalesce(lower("t2"."name"), ''), 1, 191) DESC, "t2"."id" DESC
  LIMIT ?) AS "p0"

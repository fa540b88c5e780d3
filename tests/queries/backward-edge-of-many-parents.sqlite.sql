SELECT CAST((concat('{"data":{"accounts":{"nodes":[', group_concat((concat('{"display":', json_quote(CAST("p0"."display" AS TEXT)), ',"nicks":{"nodes":',
              (SELECT json_group_array(json_object('nick', CAST("p1"."nick" AS TEXT)))
              FROM
                (SELECT "t1"."nick" AS "nick"
                FROM "anope_db_nick" AS "t1"
                WHERE "t1"."nc" = +"p0"."id"
                ORDER BY "t1"."id" ASC
                LIMIT ?) AS "p1"), '}}')), ','), ']}}}')) AS BLOB)
FROM
  (SELECT "t2"."display" AS "display", "t2"."id" AS "id"
  FROM "anope_db_account" AS "t2"
  ORDER BY "t2"."id" ASC
  LIMIT ?) AS "p0"

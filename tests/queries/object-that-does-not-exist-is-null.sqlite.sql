SELECT CAST((concat('{"data":{"account":', coalesce(
          (SELECT json_object('display', CAST("t1"."display" AS TEXT))
          FROM "anope_db_account" AS "t1"
          WHERE "t1"."id" = ?), 'null'), ',"nick":', coalesce(
          (SELECT json_object('nick', CAST("t2"."nick" AS TEXT))
          FROM "anope_db_nick" AS "t2"
          WHERE ((substr(coalesce(lower("t2"."nick"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t2"."nick") = ?))
          ORDER BY "t2"."id"
          LIMIT 1), 'null'), ',"node":', coalesce(
          (SELECT (concat('{"id":"memo:', "t3"."id", '"}'))
          FROM "anope_db_memo" AS "t3"
          WHERE "t3"."id" = ?), 'null'), '}}')) AS BLOB)

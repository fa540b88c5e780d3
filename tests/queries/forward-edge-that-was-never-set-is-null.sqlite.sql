SELECT CAST((concat('{"data":{"channel":', coalesce(
          (SELECT (concat('{"name":', json_quote(CAST("t1"."name" AS TEXT)), ',"successor":', coalesce(
                  (SELECT json_object('display', CAST("t2"."display" AS TEXT))
                  FROM "anope_db_account" AS "t2"
                  WHERE "t2"."id" = "t1"."successor"), 'null'), ',"bot":', coalesce(
                  (SELECT json_object('nick', CAST("t3"."nick" AS TEXT))
                  FROM "anope_db_botinfo" AS "t3"
                  WHERE "t3"."id" = "t1"."bi"), 'null'), ',"founder":', coalesce(
                  (SELECT json_object('display', CAST("t4"."display" AS TEXT))
                  FROM "anope_db_account" AS "t4"
                  WHERE "t4"."id" = "t1"."founder"), 'null'), '}'))
          FROM "anope_db_channel" AS "t1"
          WHERE ((substr(coalesce(lower("t1"."name"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t1"."name") = ?))
          ORDER BY "t1"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)

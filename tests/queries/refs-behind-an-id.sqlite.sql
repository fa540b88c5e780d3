SELECT CAST((concat('{"data":{"account":', coalesce(
          (SELECT (concat('{"refs":[',
                (SELECT coalesce(group_concat("p"."j", ','), '')
                FROM
                  (SELECT (concat('{"id":"channel:', "t1"."id", '","name":', json_quote(CAST("t1"."name" AS TEXT)), ',"founder":', coalesce(
                          (SELECT json_object('display', CAST("t2"."display" AS TEXT))
                          FROM "anope_db_account" AS "t2"
                          WHERE "t2"."id" = "t1"."founder"), 'null'), ',"successor":', coalesce(
                          (SELECT json_object('display', CAST("t3"."display" AS TEXT))
                          FROM "anope_db_account" AS "t3"
                          WHERE "t3"."id" = "t1"."successor"), 'null'), '}')) AS "j"
                  FROM "anope_db_channel" AS "t1"
                  WHERE ("t1"."founder" = +"t4"."id" OR "t1"."successor" = +"t4"."id") AND "t1"."id" > ?
                  ORDER BY "t1"."id"
                  LIMIT ?) AS "p"), ']}'))
          FROM "anope_db_account" AS "t4"
          WHERE ((substr(coalesce(lower("t4"."display"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t4"."display") = ?))
          ORDER BY "t4"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)

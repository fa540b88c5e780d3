SELECT CAST((concat('{"data":{"account":', coalesce(
          (SELECT (concat('{"channels":[',
                (SELECT coalesce(group_concat("p"."j", ','), '')
                FROM
                  (SELECT json_object('id', ('channel:' || "t1"."id"), 'name', CAST("t1"."name" AS TEXT)) AS "j"
                  FROM "anope_db_channel" AS "t1"
                  WHERE ("t1"."founder" = +"t2"."id" OR "t1"."successor" = +"t2"."id") AND "t1"."id" > ?
                  ORDER BY "t1"."id"
                  LIMIT ?) AS "p"), '],"access":[',
                (SELECT coalesce(group_concat("p"."j", ','), '')
                FROM
                  (SELECT (concat('{"__typename":"AccessChanAccess","level":', CASE typeof("t3"."level") WHEN 'integer' THEN CASE WHEN "t3"."level" BETWEEN -2147483648 AND 2147483647 THEN "t3"."level" ELSE 'null' END WHEN 'text' THEN CASE WHEN CAST(CAST("t3"."level" AS INTEGER) AS TEXT) = "t3"."level" THEN CASE WHEN CAST("t3"."level" AS INTEGER) BETWEEN -2147483648 AND 2147483647 THEN CAST("t3"."level" AS INTEGER) ELSE 'null' END ELSE 'null' END ELSE 'null' END, ',"channel":', coalesce(
                          (SELECT json_object('name', CAST("t4"."name" AS TEXT))
                          FROM "anope_db_channel" AS "t4"
                          WHERE "t4"."id" = "t3"."ci"), 'null'), '}')) AS "j"
                  FROM "anope_db_accesschanaccess" AS "t3"
                  WHERE ("t3"."obj" = +"t2"."id") AND "t3"."id" > ?
                  ORDER BY "t3"."id"
                  LIMIT ?) AS "p"), '],"memos":[]}'))
          FROM "anope_db_account" AS "t2"
          WHERE ((substr(coalesce(lower("t2"."display"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t2"."display") = ?))
          ORDER BY "t2"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)

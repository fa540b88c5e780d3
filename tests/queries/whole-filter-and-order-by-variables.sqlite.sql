SELECT CAST((concat('{"data":{"accounts":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), '],"totalCount":',
              (SELECT COUNT(*)
              FROM "anope_db_account" AS "t1"
              WHERE ((substr(coalesce(lower("t1"."display"), ''), 1, 191) IN (substr(?, 1, 191), substr(?, 1, 191), substr(?, 1, 191), substr(?, 1, 191)) AND lower("t1"."display") IN (?, ?, ?, ?)) OR "t1"."id" IN
                  (SELECT "t2"."founder"
                  FROM "anope_db_channel" AS "t2"
                  WHERE (substr(coalesce(lower("t2"."name"), ''), 1, 191) = substr(?, 1, 191) AND lower("t2"."name") = ?)))), '}'))
        FROM
          (SELECT (concat('{"display":', json_quote(CAST("t3"."display" AS TEXT)), '}')) AS "j0"
          FROM "anope_db_account" AS "t3"
          WHERE ((substr(coalesce(lower("t3"."display"), ''), 1, 191) IN (substr(?, 1, 191), substr(?, 1, 191), substr(?, 1, 191), substr(?, 1, 191)) AND lower("t3"."display") IN (?, ?, ?, ?)) OR "t3"."id" IN
              (SELECT "t4"."founder"
              FROM "anope_db_channel" AS "t4"
              WHERE (substr(coalesce(lower("t4"."name"), ''), 1, 191) = substr(?, 1, 191) AND lower("t4"."name") = ?)))
          ORDER BY substr(coalesce(lower("t3"."display"), ''), 1, 191) DESC, "t3"."id" DESC
          LIMIT ?) AS "p"), '}}')) AS BLOB)

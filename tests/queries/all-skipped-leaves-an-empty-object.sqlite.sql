SELECT CAST((concat('{"data":{"account":', coalesce(
          (SELECT (concat('{}'))
          FROM "anope_db_account" AS "t1"
          WHERE ((substr(coalesce(lower("t1"."display"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t1"."display") = ?))
          ORDER BY "t1"."id"
          LIMIT 1), 'null'), ',"accounts":{"nodes":[',
        (SELECT group_concat("p"."j", ',')
        FROM
          (SELECT (concat('{}')) AS "j"
          FROM "anope_db_account" AS "t2"
          ORDER BY "t2"."id" ASC
          LIMIT ?) AS "p"), ']}}}')) AS BLOB)

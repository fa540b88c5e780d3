SELECT CAST((concat('{"data":{"accounts":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"email":', json_quote(CAST("t1"."email" AS TEXT)), '}')) AS "j0"
          FROM "anope_db_account" AS "t1"
          WHERE (substr(coalesce(lower("t1"."email"), ''), 1, 191) IN (substr(?, 1, 191), substr(?, 1, 191)) AND CAST("t1"."email" AS TEXT) COLLATE BINARY IN (?, ?))
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)

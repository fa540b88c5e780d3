SELECT CAST((concat('{"data":{"accounts":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"display":', json_quote(CAST("t1"."display" AS TEXT)), '}')) AS "j0"
          FROM "anope_db_account" AS "t1"
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p"), ',"account":', coalesce(
          (SELECT (concat('{"email":', json_quote(CAST("t2"."email" AS TEXT)), '}'))
          FROM "anope_db_account" AS "t2"
          WHERE ((substr(coalesce(lower("t2"."display"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t2"."display") = ?))
          ORDER BY "t2"."id"
          LIMIT 1), 'null'), ',"channels":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"name":', json_quote(CAST("t3"."name" AS TEXT)), '}')) AS "j0"
          FROM "anope_db_channel" AS "t3"
          WHERE CAST("t3"."CS_PRIVATE" AS INTEGER) <> 0
          ORDER BY "t3"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)

SELECT CAST((concat('{"data":{"accounts":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), '],"pageInfo":{"hasNextPage":true,"hasPreviousPage":true}}'))
        FROM
          (SELECT (concat('{"display":', json_quote(CAST("t1"."display" AS TEXT)), '}')) AS "j0"
          FROM "anope_db_account" AS "t1"
          WHERE substr(coalesce(lower("t1"."display"), ''), 1, 191) >= ? AND (substr(coalesce(lower("t1"."display"), ''), 1, 191) > ? OR (substr(coalesce(lower("t1"."display"), ''), 1, 191) = ? AND "t1"."id" > ?)) AND substr(coalesce(lower("t1"."display"), ''), 1, 191) <= ? AND (substr(coalesce(lower("t1"."display"), ''), 1, 191) < ? OR (substr(coalesce(lower("t1"."display"), ''), 1, 191) = ? AND "t1"."id" < ?))
          ORDER BY substr(coalesce(lower("t1"."display"), ''), 1, 191) ASC, "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)

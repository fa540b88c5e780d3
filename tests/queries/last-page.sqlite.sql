SELECT CAST((concat('{"data":{"accounts":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ',') FILTER (WHERE "p"."n" <= ?), ''), '],"pageInfo":{"hasNextPage":false,"hasPreviousPage":', CASE WHEN max("p"."m") > ? THEN 'true' ELSE 'false' END, '}}'))
        FROM
          (SELECT "r"."j0" AS "j0", "r"."c" AS "c", "r"."n" AS "n", "r"."m" AS "m"
          FROM
            (SELECT "q"."j0", "q"."c", row_number() OVER (ORDER BY "q"."k0" DESC, "q"."k1" DESC) AS "n", count(*) OVER () AS "m"
            FROM
              (SELECT json_object('display', CAST("t1"."display" AS TEXT)) AS "j0", ('55f6f57ce5fb0dc9.' || coalesce(('x' || CASE WHEN substr(coalesce(lower("t1"."display"), ''), 1, 191) IS NOT NULL THEN lower(hex(substr(coalesce(lower("t1"."display"), ''), 1, 191))) END), '') || '.' || coalesce("t1"."id", '')) AS "c", substr(coalesce(lower("t1"."display"), ''), 1, 191) AS "k0", "t1"."id" AS "k1"
              FROM "anope_db_account" AS "t1"
              ORDER BY substr(coalesce(lower("t1"."display"), ''), 1, 191) DESC, "t1"."id" DESC
              LIMIT ?) AS "q") AS "r"
          ORDER BY "r"."n" DESC) AS "p"), '}}')) AS BLOB)

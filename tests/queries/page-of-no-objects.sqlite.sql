SELECT CAST((concat('{"data":{"accounts":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ',') FILTER (WHERE "p"."n" <= ?), ''), '],"pageInfo":{"hasNextPage":', CASE WHEN max("p"."m") > ? THEN 'true' ELSE 'false' END, ',"hasPreviousPage":false},"totalCount":',
              (SELECT COUNT(*)
              FROM "anope_db_account" AS "t1"), '}'))
        FROM
          (SELECT "q"."j0", "q"."c", row_number() OVER (ORDER BY "q"."k0" ASC) AS "n", count(*) OVER () AS "m"
          FROM
            (SELECT json_object('display', CAST("t2"."display" AS TEXT)) AS "j0", ('55f6f57c4e7294e7.' || coalesce("t2"."id", '')) AS "c", "t2"."id" AS "k0"
            FROM "anope_db_account" AS "t2"
            ORDER BY "t2"."id" ASC
            LIMIT ?) AS "q") AS "p"), '}}')) AS BLOB)

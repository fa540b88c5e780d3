SELECT CAST((concat('{"data":{"account":', coalesce(
          (SELECT (concat('{"first":{"nodes":',
                (SELECT json_group_array(json_object('nick', CAST("p0"."nick" AS TEXT)))
                FROM
                  (SELECT "t1"."nick" AS "nick"
                  FROM "anope_db_nick" AS "t1"
                  WHERE "t1"."nc" = +"t2"."id"
                  ORDER BY "t1"."id" ASC
                  LIMIT ?) AS "p0"), '},"last":',
                (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ',') FILTER (WHERE "p"."n" <= ?), ''), ']}'))
                FROM
                  (SELECT "r"."j0" AS "j0", "r"."c" AS "c", "r"."n" AS "n", "r"."m" AS "m"
                  FROM
                    (SELECT "q"."j0", "q"."c", row_number() OVER (ORDER BY "q"."k0" DESC) AS "n", count(*) OVER () AS "m"
                    FROM
                      (SELECT json_object('nick', CAST("t3"."nick" AS TEXT)) AS "j0", ('df79c8b44e7294e7.' || coalesce("t3"."id", '')) AS "c", "t3"."id" AS "k0"
                      FROM "anope_db_nick" AS "t3"
                      WHERE "t3"."nc" = +"t2"."id"
                      ORDER BY "t3"."id" DESC
                      LIMIT ?) AS "q") AS "r"
                  ORDER BY "r"."n" DESC) AS "p"), ',"none":{"nodes":',
                (SELECT json_group_array(json_object('nick', CAST("p1"."nick" AS TEXT)))
                FROM
                  (SELECT "t4"."nick" AS "nick"
                  FROM "anope_db_nick" AS "t4"
                  WHERE "t4"."nc" = +"t2"."id" AND (substr(coalesce(lower("t4"."nick"), ''), 1, 191) = substr(?, 1, 191) AND lower("t4"."nick") = ?)
                  ORDER BY "t4"."id" ASC
                  LIMIT ?) AS "p1"), '}}'))
          FROM "anope_db_account" AS "t2"
          WHERE ((substr(coalesce(lower("t2"."display"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t2"."display") = ?))
          ORDER BY "t2"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)

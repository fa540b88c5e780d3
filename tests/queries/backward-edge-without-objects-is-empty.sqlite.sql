SELECT CAST((concat('{"data":{"account":', coalesce(
          (SELECT (concat('{"channelsAsFounder":',
                (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ',') FILTER (WHERE "p"."n" <= ?), ''), '],"edges":[', coalesce(group_concat("p"."j1", ',') FILTER (WHERE "p"."n" <= ?), ''), '],"totalCount":',
                      (SELECT COUNT(*)
                      FROM "anope_db_channel" AS "t1"
                      WHERE "t1"."founder" = +"t2"."id"), ',"pageInfo":{"hasNextPage":', CASE WHEN max("p"."m") > ? THEN 'true' ELSE 'false' END, ',"hasPreviousPage":false,"startCursor":', coalesce(('"' || max(CASE WHEN "p"."n" = 1 AND "p"."n" <= ? THEN "p"."c" END) || '"'), 'null'), ',"endCursor":', coalesce(('"' || max(CASE WHEN "p"."n" = min("p"."m", ?) THEN "p"."c" END) || '"'), 'null'), '}}'))
                FROM
                  (SELECT "q"."j0", "q"."j1", "q"."c", row_number() OVER (ORDER BY "q"."k0" ASC) AS "n", count(*) OVER () AS "m"
                  FROM
                    (SELECT json_object('name', CAST("t3"."name" AS TEXT)) AS "j0", (concat('{"cursor":"', ('b363cd684e7294e7.' || coalesce("t3"."id", '')), '"}')) AS "j1", ('b363cd684e7294e7.' || coalesce("t3"."id", '')) AS "c", "t3"."id" AS "k0"
                    FROM "anope_db_channel" AS "t3"
                    WHERE "t3"."founder" = +"t2"."id"
                    ORDER BY "t3"."id" ASC
                    LIMIT ?) AS "q") AS "p"), '}'))
          FROM "anope_db_account" AS "t2"
          WHERE ((substr(coalesce(lower("t2"."display"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t2"."display") = ?))
          ORDER BY "t2"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)

SELECT CAST((concat('{"data":{"account":', coalesce(
          (SELECT (concat('{"nicks":',
                (SELECT (concat('{"edges":[', coalesce(group_concat("p"."j0", ',') FILTER (WHERE "p"."n" <= ?), ''), '],"pageInfo":{"hasNextPage":', CASE WHEN max("p"."m") > ? THEN 'true' ELSE 'false' END, ',"hasPreviousPage":false,"startCursor":', coalesce(('"' || max(CASE WHEN "p"."n" = 1 AND "p"."n" <= ? THEN "p"."c" END) || '"'), 'null'), ',"endCursor":', coalesce(('"' || max(CASE WHEN "p"."n" = min("p"."m", ?) THEN "p"."c" END) || '"'), 'null'), '}}'))
                FROM
                  (SELECT "q"."j0", "q"."c", row_number() OVER (ORDER BY "q"."k0" ASC) AS "n", count(*) OVER () AS "m"
                  FROM
                    (SELECT (concat('{"cursor":"', ('df79c8b44e7294e7.' || coalesce("t1"."id", '')), '","node":', json_object('nick', CAST("t1"."nick" AS TEXT)), '}')) AS "j0", ('df79c8b44e7294e7.' || coalesce("t1"."id", '')) AS "c", "t1"."id" AS "k0"
                    FROM "anope_db_nick" AS "t1"
                    WHERE "t1"."nc" = +"t2"."id"
                    ORDER BY "t1"."id" ASC
                    LIMIT ?) AS "q") AS "p"), '}'))
          FROM "anope_db_account" AS "t2"
          WHERE ((substr(coalesce(lower("t2"."display"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t2"."display") = ?))
          ORDER BY "t2"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)

SELECT CAST((concat('{"data":{"accounts":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"display":', json_quote(CAST("t1"."display" AS TEXT)), ',"nicks":',
                (SELECT (concat('{"totalCount":',
                      (SELECT COUNT(*)
                      FROM "anope_db_nick" AS "t2"
                      WHERE "t2"."nc" = +"t1"."id"), ',"nodes":[', coalesce(group_concat("p"."j0", ',') FILTER (WHERE "p"."n" <= ?), ''), '],"pageInfo":{"hasNextPage":', CASE WHEN max("p"."m") > ? THEN 'true' ELSE 'false' END, ',"hasPreviousPage":true}}'))
                FROM
                  (SELECT "q"."j0", "q"."c", row_number() OVER (ORDER BY "q"."k0" DESC, "q"."k1" DESC) AS "n", count(*) OVER () AS "m"
                  FROM
                    (SELECT (concat('{"nick":', json_quote(CAST("t3"."nick" AS TEXT)), ',"lastSeen":', CASE typeof("t3"."last_seen") WHEN 'integer' THEN CASE WHEN "t3"."last_seen" BETWEEN -62135596800 AND 253402300799 AND "t3"."last_seen" <> 0 THEN strftime('"%Y-%m-%dT%H:%M:%SZ"', "t3"."last_seen", 'unixepoch') ELSE 'null' END WHEN 'text' THEN CASE WHEN CAST(CAST("t3"."last_seen" AS INTEGER) AS TEXT) = "t3"."last_seen" THEN CASE WHEN CAST("t3"."last_seen" AS INTEGER) BETWEEN -62135596800 AND 253402300799 AND CAST("t3"."last_seen" AS INTEGER) <> 0 THEN strftime('"%Y-%m-%dT%H:%M:%SZ"', CAST("t3"."last_seen" AS INTEGER), 'unixepoch') ELSE 'null' END ELSE 'null' END ELSE 'null' END, '}')) AS "j0", ('df79c8b406d4d188.' || coalesce(CAST("t3"."last_seen" AS INTEGER), '') || '.' || coalesce("t3"."id", '')) AS "c", CAST("t3"."last_seen" AS INTEGER) AS "k0", "t3"."id" AS "k1"
                    FROM "anope_db_nick" AS "t3"
                    WHERE "t3"."nc" = +"t1"."id" AND ((CAST("t3"."last_seen" AS INTEGER) < ? OR CAST("t3"."last_seen" AS INTEGER) IS NULL) OR (CAST("t3"."last_seen" AS INTEGER) = ? AND "t3"."id" < ?))
                    ORDER BY CAST("t3"."last_seen" AS INTEGER) DESC, "t3"."id" DESC
                    LIMIT ?) AS "q") AS "p"), '}')) AS "j0"
          FROM "anope_db_account" AS "t1"
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)

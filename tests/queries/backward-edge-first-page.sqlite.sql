SELECT CAST((concat('{"data":{"account":', coalesce(
          (SELECT (concat('{"nicks":',
                (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ',') FILTER (WHERE "p"."n" <= ?), ''), '],"pageInfo":{"hasNextPage":', CASE WHEN max("p"."m") > ? THEN 'true' ELSE 'false' END, ',"hasPreviousPage":false}}'))
                FROM
                  (SELECT "q"."j0", "q"."c", row_number() OVER (ORDER BY "q"."k0" ASC) AS "n", count(*) OVER () AS "m"
                  FROM
                    (SELECT json_object('nick', CAST("t1"."nick" AS TEXT), 'lastSeen', CASE typeof("t1"."last_seen") WHEN 'integer' THEN CASE WHEN "t1"."last_seen" BETWEEN -62135596800 AND 253402300799 AND "t1"."last_seen" <> 0 THEN date("t1"."last_seen", 'unixepoch') || 'T' || time("t1"."last_seen", 'unixepoch') || 'Z' ELSE NULL END WHEN 'text' THEN CASE WHEN CAST(CAST("t1"."last_seen" AS INTEGER) AS TEXT) = "t1"."last_seen" THEN CASE WHEN CAST("t1"."last_seen" AS INTEGER) BETWEEN -62135596800 AND 253402300799 AND CAST("t1"."last_seen" AS INTEGER) <> 0 THEN date(CAST("t1"."last_seen" AS INTEGER), 'unixepoch') || 'T' || time(CAST("t1"."last_seen" AS INTEGER), 'unixepoch') || 'Z' ELSE NULL END ELSE NULL END ELSE NULL END) AS "j0", ('df79c8b44e7294e7.' || coalesce("t1"."id", '')) AS "c", "t1"."id" AS "k0"
                    FROM "anope_db_nick" AS "t1"
                    WHERE "t1"."nc" = +"t2"."id"
                    ORDER BY "t1"."id" ASC
                    LIMIT ?) AS "q") AS "p"), '}'))
          FROM "anope_db_account" AS "t2"
          WHERE ((substr(coalesce(lower("t2"."display"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t2"."display") = ?))
          ORDER BY "t2"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)

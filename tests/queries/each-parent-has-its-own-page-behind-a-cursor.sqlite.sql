SELECT CAST((concat('{"data":{"accounts":{"nodes":[', group_concat((concat('{"display":', json_quote(CAST("p0"."display" AS TEXT)), ',"nicks":',
              (SELECT (concat('{"totalCount":',
                    (SELECT COUNT(*)
                    FROM "anope_db_nick" AS "t1"
                    WHERE "t1"."nc" = +"p0"."id"), ',"nodes":[', coalesce(group_concat("p"."j0", ',') FILTER (WHERE "p"."n" <= ?), ''), '],"pageInfo":{"hasNextPage":', CASE WHEN max("p"."m") > ? THEN 'true' ELSE 'false' END, ',"hasPreviousPage":true}}'))
              FROM
                (SELECT "q"."j0", "q"."c", row_number() OVER (ORDER BY "q"."k0" DESC, "q"."k1" DESC) AS "n", count(*) OVER () AS "m"
                FROM
                  (SELECT json_object('nick', CAST("t2"."nick" AS TEXT), 'lastSeen', CASE typeof("t2"."last_seen") WHEN 'integer' THEN CASE WHEN "t2"."last_seen" BETWEEN -62135596800 AND 253402300799 AND "t2"."last_seen" <> 0 THEN date("t2"."last_seen", 'unixepoch') || 'T' || time("t2"."last_seen", 'unixepoch') || 'Z' ELSE NULL END WHEN 'text' THEN CASE WHEN CAST(CAST("t2"."last_seen" AS INTEGER) AS TEXT) = "t2"."last_seen" THEN CASE WHEN CAST("t2"."last_seen" AS INTEGER) BETWEEN -62135596800 AND 253402300799 AND CAST("t2"."last_seen" AS INTEGER) <> 0 THEN date(CAST("t2"."last_seen" AS INTEGER), 'unixepoch') || 'T' || time(CAST("t2"."last_seen" AS INTEGER), 'unixepoch') || 'Z' ELSE NULL END ELSE NULL END ELSE NULL END) AS "j0", ('df79c8b406d4d188.' || coalesce(CAST("t2"."last_seen" AS INTEGER), '') || '.' || coalesce("t2"."id", '')) AS "c", CAST("t2"."last_seen" AS INTEGER) AS "k0", "t2"."id" AS "k1"
                  FROM "anope_db_nick" AS "t2"
                  WHERE "t2"."nc" = +"p0"."id" AND ((CAST("t2"."last_seen" AS INTEGER) < ? OR CAST("t2"."last_seen" AS INTEGER) IS NULL) OR (CAST("t2"."last_seen" AS INTEGER) = ? AND "t2"."id" < ?))
                  ORDER BY CAST("t2"."last_seen" AS INTEGER) DESC, "t2"."id" DESC
                  LIMIT ?) AS "q") AS "p"), '}')), ','), ']}}}')) AS BLOB)
FROM
  (SELECT "t3"."display" AS "display", "t3"."id" AS "id"
  FROM "anope_db_account" AS "t3"
  ORDER BY "t3"."id" ASC
  LIMIT ?) AS "p0"

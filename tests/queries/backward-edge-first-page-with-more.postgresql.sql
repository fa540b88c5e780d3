SELECT ('{"data":{"account":' || coalesce(
      (SELECT ('{"nicks":' ||
          (SELECT ('{"edges":[' || coalesce(string_agg("p"."j0", ','
                ORDER BY "p"."n" ASC) FILTER (WHERE "p"."n" <= %s), '') || '],"pageInfo":{"hasNextPage":' || CASE WHEN max("p"."m") > %s THEN 'true' ELSE 'false' END || ',"hasPreviousPage":false,"startCursor":' || coalesce(('"' || max(CASE WHEN "p"."n" = 1 AND "p"."n" <= %s THEN "p"."c" END) || '"'), 'null') || ',"endCursor":' || coalesce(('"' || max(CASE WHEN "p"."n" = least("p"."m", %s) THEN "p"."c" END) || '"'), 'null') || '}}')
          FROM
            (SELECT "q"."j0", "q"."c", row_number() OVER (ORDER BY "q"."k0" ASC) AS "n", count(*) OVER () AS "m"
            FROM
              (SELECT ('{"cursor":"' || ('df79c8b44e7294e7.' || coalesce("t1"."id"::text, '')) || '","node":' || ('{"nick":' || coalesce('"' || replace(replace((CAST("t1"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') || '}') AS "j0", ('df79c8b44e7294e7.' || coalesce("t1"."id"::text, '')) AS "c", "t1"."id" AS "k0"
              FROM "anope_db_nick" AS "t1"
              WHERE "t1"."nc" = "t2"."id"
              ORDER BY "t1"."id" ASC
              LIMIT %s) AS "q") AS "p") || '}')
      FROM "anope_db_account" AS "t2"
      WHERE ((left(coalesce(lower("t2"."display" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t2"."display" COLLATE "C") = %s))
      ORDER BY "t2"."id"
      LIMIT 1), 'null') || '}}')

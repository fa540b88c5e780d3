SELECT CAST((concat('{"data":{"nicks":',
        (SELECT (concat('{"edges":[', coalesce(group_concat("p"."j0", ',') FILTER (WHERE "p"."n" <= ?), ''), ']}'))
        FROM
          (SELECT "r"."j0" AS "j0", "r"."c" AS "c", "r"."n" AS "n", "r"."m" AS "m"
          FROM
            (SELECT "q"."j0", "q"."c", row_number() OVER (ORDER BY "q"."k0" ASC, "q"."k1" DESC) AS "n", count(*) OVER () AS "m"
            FROM
              (SELECT (concat('{"cursor":"', ('df79c8b4d49a2c45.' || coalesce(('x' || CASE WHEN substr(coalesce(lower("t1"."nick"), ''), 1, 191) IS NOT NULL THEN lower(hex(substr(coalesce(lower("t1"."nick"), ''), 1, 191))) END), '') || '.' || coalesce("t1"."id", '')), '"}')) AS "j0", ('df79c8b4d49a2c45.' || coalesce(('x' || CASE WHEN substr(coalesce(lower("t1"."nick"), ''), 1, 191) IS NOT NULL THEN lower(hex(substr(coalesce(lower("t1"."nick"), ''), 1, 191))) END), '') || '.' || coalesce("t1"."id", '')) AS "c", substr(coalesce(lower("t1"."nick"), ''), 1, 191) AS "k0", "t1"."id" AS "k1"
              FROM "anope_db_nick" AS "t1"
              WHERE substr(coalesce(lower("t1"."nick"), ''), 1, 191) >= ? AND (substr(coalesce(lower("t1"."nick"), ''), 1, 191) > ? OR (substr(coalesce(lower("t1"."nick"), ''), 1, 191) = ? AND "t1"."id" < ?))
              ORDER BY substr(coalesce(lower("t1"."nick"), ''), 1, 191) ASC, "t1"."id" DESC
              LIMIT ?) AS "q") AS "r"
          ORDER BY "r"."n" DESC) AS "p"), '}}')) AS BLOB)

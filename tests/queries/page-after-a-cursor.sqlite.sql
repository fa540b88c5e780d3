SELECT CAST((concat('{"data":{"accounts":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ',') FILTER (WHERE "p"."n" <= ?), ''), '],"pageInfo":{"hasNextPage":', CASE WHEN max("p"."m") > ? THEN 'true' ELSE 'false' END, ',"hasPreviousPage":true}}'))
        FROM
          (SELECT "q"."j0", "q"."c", row_number() OVER (ORDER BY "q"."k0" ASC, "q"."k1" ASC) AS "n", count(*) OVER () AS "m"
          FROM
            (SELECT json_object('display', CAST("t1"."display" AS TEXT)) AS "j0", ('55f6f57ce5fb0dc9.' || coalesce(('x' || CASE WHEN substr(coalesce(lower("t1"."display"), ''), 1, 191) IS NOT NULL THEN lower(hex(substr(coalesce(lower("t1"."display"), ''), 1, 191))) END), '') || '.' || coalesce("t1"."id", '')) AS "c", substr(coalesce(lower("t1"."display"), ''), 1, 191) AS "k0", "t1"."id" AS "k1"
            FROM "anope_db_account" AS "t1"
            WHERE substr(coalesce(lower("t1"."display"), ''), 1, 191) >= ? AND (substr(coalesce(lower("t1"."display"), ''), 1, 191) > ? OR (substr(coalesce(lower("t1"."display"), ''), 1, 191) = ? AND "t1"."id" > ?))
            ORDER BY substr(coalesce(lower("t1"."display"), ''), 1, 191) ASC, "t1"."id" ASC
            LIMIT ?) AS "q") AS "p"), '}}')) AS BLOB)

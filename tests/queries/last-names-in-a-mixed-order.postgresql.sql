SELECT ('{"data":{"nicks":' ||
    (SELECT ('{"edges":[' || coalesce(string_agg("p"."j0", ','
          ORDER BY "p"."n" DESC) FILTER (WHERE "p"."n" <= %s), '') || ']}')
    FROM
      (SELECT "q"."j0", "q"."c", row_number() OVER (ORDER BY "q"."k0" ASC, "q"."k1" DESC) AS "n", count(*) OVER () AS "m"
      FROM
        (SELECT ('{"cursor":"' || ('df79c8b4d49a2c45.' || coalesce(('x' || encode(convert_to(left(coalesce(lower("t1"."nick" COLLATE "C"), ''), 191), 'UTF8'), 'hex')), '') || '.' || coalesce("t1"."id"::text, '')) || '"}') AS "j0", ('df79c8b4d49a2c45.' || coalesce(('x' || encode(convert_to(left(coalesce(lower("t1"."nick" COLLATE "C"), ''), 191), 'UTF8'), 'hex')), '') || '.' || coalesce("t1"."id"::text, '')) AS "c", left(coalesce(lower("t1"."nick" COLLATE "C"), ''), 191) AS "k0", "t1"."id" AS "k1"
        FROM "anope_db_nick" AS "t1"
        WHERE left(coalesce(lower("t1"."nick" COLLATE "C"), ''), 191) >= %s AND (left(coalesce(lower("t1"."nick" COLLATE "C"), ''), 191) > %s OR (left(coalesce(lower("t1"."nick" COLLATE "C"), ''), 191) = %s AND "t1"."id" < %s))
        ORDER BY left(coalesce(lower("t1"."nick" COLLATE "C"), ''), 191) ASC, "t1"."id" DESC
        LIMIT %s) AS "q") AS "p") || '}}')

SELECT ('{"data":{"accounts":' ||
    (SELECT ('{"nodes":[' || coalesce(string_agg("p"."j0", ','), '') || '],"totalCount":' ||
        (SELECT COUNT(*)
        FROM "anope_db_account" AS "t1"
        WHERE ((left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) IN (left(%s, 191), left(%s, 191), left(%s, 191), left(%s, 191)) AND lower("t1"."display" COLLATE "C") IN (%s, %s, %s, %s)) OR "t1"."id" IN
            (SELECT "t2"."founder"
            FROM "anope_db_channel" AS "t2"
            WHERE (left(coalesce(lower("t2"."name" COLLATE "C"), ''), 191) = left(%s, 191) AND lower("t2"."name" COLLATE "C") = %s))))::text || '}')
    FROM
      (SELECT ('{"display":' || coalesce(to_json(CAST("t3"."display" AS TEXT))::text, 'null') || '}') AS "j0"
      FROM "anope_db_account" AS "t3"
      WHERE ((left(coalesce(lower("t3"."display" COLLATE "C"), ''), 191) IN (left(%s, 191), left(%s, 191), left(%s, 191), left(%s, 191)) AND lower("t3"."display" COLLATE "C") IN (%s, %s, %s, %s)) OR "t3"."id" IN
          (SELECT "t4"."founder"
          FROM "anope_db_channel" AS "t4"
          WHERE (left(coalesce(lower("t4"."name" COLLATE "C"), ''), 191) = left(%s, 191) AND lower("t4"."name" COLLATE "C") = %s)))
      ORDER BY left(coalesce(lower("t3"."display" COLLATE "C"), ''), 191) DESC, "t3"."id" DESC
      LIMIT %s) AS "p") || '}}')

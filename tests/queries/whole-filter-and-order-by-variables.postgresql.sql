SELECT ('{"data":{"accounts":{"nodes":[' ||
    (SELECT coalesce(string_agg("p"."j", ','), '')
    FROM
      (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t1"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
      FROM "anope_db_account" AS "t1"
      WHERE ((left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) IN (left(%s, 191), left(%s, 191), left(%s, 191), left(%s, 191)) AND lower("t1"."display" COLLATE "C") IN (%s, %s, %s, %s)) OR "t1"."id" IN
          (SELECT "t2"."founder"
          FROM "anope_db_channel" AS "t2"
          WHERE (left(coalesce(lower("t2"."name" COLLATE "C"), ''), 191) = left(%s, 191) AND lower("t2"."name" COLLATE "C") = %s)))
      ORDER BY left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) DESC, "t1"."id" DESC
      LIMIT %s) AS "p") || '],"totalCount":' ||
    (SELECT COUNT(*)
    FROM "anope_db_account" AS "t3"
    WHERE ((left(coalesce(lower("t3"."display" COLLATE "C"), ''), 191) IN (left(%s, 191), left(%s, 191), left(%s, 191), left(%s, 191)) AND lower("t3"."display" COLLATE "C") IN (%s, %s, %s, %s)) OR "t3"."id" IN
        (SELECT "t4"."founder"
        FROM "anope_db_channel" AS "t4"
        WHERE (left(coalesce(lower("t4"."name" COLLATE "C"), ''), 191) = left(%s, 191) AND lower("t4"."name" COLLATE "C") = %s))))::text || '}}}')

SELECT ('{"data":{"accounts":' ||
    (SELECT ('{"nodes":[' || coalesce(string_agg("p"."j0", ','), '') || ']}')
    FROM
      (SELECT ('{"display":' || coalesce(to_json(CAST("t1"."display" AS TEXT))::text, 'null') || '}') AS "j0"
      FROM "anope_db_account" AS "t1"
      ORDER BY "t1"."id" ASC
      LIMIT %s) AS "p") || ',"account":' || coalesce(
      (SELECT ('{"email":' || coalesce(to_json(CAST("t2"."email" AS TEXT))::text, 'null') || '}')
      FROM "anope_db_account" AS "t2"
      WHERE ((left(coalesce(lower("t2"."display" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t2"."display" COLLATE "C") = %s))
      ORDER BY "t2"."id"
      LIMIT 1), 'null') || ',"channels":' ||
    (SELECT ('{"nodes":[' || coalesce(string_agg("p"."j0", ','), '') || ']}')
    FROM
      (SELECT ('{"name":' || coalesce(to_json(CAST("t3"."name" AS TEXT))::text, 'null') || '}') AS "j0"
      FROM "anope_db_channel" AS "t3"
      WHERE "t3"."CS_PRIVATE" <> 0
      ORDER BY "t3"."id" ASC
      LIMIT %s) AS "p") || '}}')

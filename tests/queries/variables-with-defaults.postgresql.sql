SELECT ('{"data":{"accounts":{"nodes":[' ||
    (SELECT coalesce(string_agg("p"."j", ','), '')
    FROM
      (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t1"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
      FROM "anope_db_account" AS "t1"
      ORDER BY "t1"."id" ASC
      LIMIT %s) AS "p") || ']},"account":' || coalesce(
      (SELECT ('{"email":' || coalesce('"' || replace(replace((CAST("t2"."email" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
      FROM "anope_db_account" AS "t2"
      WHERE ((left(coalesce(lower("t2"."display" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t2"."display" COLLATE "C") = %s))
      ORDER BY "t2"."id"
      LIMIT 1), 'null') || ',"channels":{"nodes":[' ||
    (SELECT coalesce(string_agg("p"."j", ','), '')
    FROM
      (SELECT ('{"name":' || coalesce('"' || replace(replace((CAST("t3"."name" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
      FROM "anope_db_channel" AS "t3"
      WHERE "t3"."CS_PRIVATE" <> 0
      ORDER BY "t3"."id" ASC
      LIMIT %s) AS "p") || ']}}}')

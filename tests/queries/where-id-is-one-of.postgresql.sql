SELECT ('{"data":{"accounts":' ||
    (SELECT ('{"nodes":[' || coalesce(string_agg("p"."j0", ','), '') || ']}')
    FROM
      (SELECT ('{"display":' || coalesce(to_json(CAST("t1"."display" AS TEXT))::text, 'null') || '}') AS "j0"
      FROM "anope_db_account" AS "t1"
      WHERE "t1"."id" = ANY (%s::bigint[])
      ORDER BY "t1"."id" ASC
      LIMIT %s) AS "p") || '}}')

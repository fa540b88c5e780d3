SELECT ('{"data":{"bots":' ||
    (SELECT ('{"nodes":[' || coalesce(string_agg("p"."j0", ','), '') || '],"totalCount":' ||
        (SELECT COUNT(*)
        FROM "anope_db_botinfo" AS "t1")::text || '}')
    FROM
      (SELECT ('{"nick":' || coalesce(to_json(CAST("t2"."nick" AS TEXT))::text, 'null') || ',"operOnly":' || CASE WHEN "t2"."operonly" <> 0 THEN 'true' ELSE 'false' END || '}') AS "j0"
      FROM "anope_db_botinfo" AS "t2"
      ORDER BY "t2"."id" ASC
      LIMIT %s) AS "p") || '}}')

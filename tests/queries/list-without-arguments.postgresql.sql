SELECT ('{"data":{"bots":{"nodes":[' ||
    (SELECT coalesce(string_agg("p"."j", ','), '')
    FROM
      (SELECT ('{"nick":' || coalesce(to_json(CAST("t1"."nick" AS TEXT))::text, 'null') || ',"operOnly":' || CASE WHEN "t1"."operonly" <> 0 THEN 'true' ELSE 'false' END || '}') AS "j"
      FROM "anope_db_botinfo" AS "t1"
      ORDER BY "t1"."id" ASC
      LIMIT %s) AS "p") || '],"totalCount":' ||
    (SELECT COUNT(*)
    FROM "anope_db_botinfo" AS "t2")::text || '}}}')

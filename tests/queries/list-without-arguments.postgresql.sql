SELECT ('{"data":{"bots":{"nodes":[' ||
    (SELECT coalesce(string_agg("p"."j", ','), '')
    FROM
      (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t1"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"operOnly":' || CASE WHEN "t1"."operonly" <> 0 THEN 'true' ELSE 'false' END || '}') AS "j"
      FROM "anope_db_botinfo" AS "t1"
      ORDER BY "t1"."id" ASC
      LIMIT %s) AS "p") || '],"totalCount":' ||
    (SELECT COUNT(*)
    FROM "anope_db_botinfo" AS "t2")::text || '}}}')

SELECT CAST((concat('{"data":{"bots":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"nick":', json_quote(CAST("t1"."nick" AS TEXT)), ',"created":', CASE typeof("t1"."created") WHEN 'integer' THEN CASE WHEN "t1"."created" BETWEEN -62135596800 AND 253402300799 AND "t1"."created" <> 0 THEN strftime('"%Y-%m-%dT%H:%M:%SZ"', "t1"."created", 'unixepoch') ELSE 'null' END WHEN 'text' THEN CASE WHEN CAST(CAST("t1"."created" AS INTEGER) AS TEXT) = "t1"."created" THEN CASE WHEN CAST("t1"."created" AS INTEGER) BETWEEN -62135596800 AND 253402300799 AND CAST("t1"."created" AS INTEGER) <> 0 THEN strftime('"%Y-%m-%dT%H:%M:%SZ"', CAST("t1"."created" AS INTEGER), 'unixepoch') ELSE 'null' END ELSE 'null' END ELSE 'null' END, '}')) AS "j0"
          FROM "anope_db_botinfo" AS "t1"
          ORDER BY CAST("t1"."created" AS INTEGER) DESC, "t1"."id" DESC
          LIMIT ?) AS "p"), '}}')) AS BLOB)

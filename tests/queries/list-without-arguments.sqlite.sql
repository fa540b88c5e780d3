SELECT CAST((concat('{"data":{"bots":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), '],"totalCount":',
              (SELECT COUNT(*)
              FROM "anope_db_botinfo" AS "t1"), '}'))
        FROM
          (SELECT (concat('{"nick":', json_quote(CAST("t2"."nick" AS TEXT)), ',"operOnly":', CASE typeof("t2"."operonly") WHEN 'integer' THEN CASE WHEN "t2"."operonly" <> 0 THEN 'true' ELSE 'false' END WHEN 'text' THEN CASE WHEN CAST(CAST("t2"."operonly" AS INTEGER) AS TEXT) = "t2"."operonly" THEN CASE WHEN CAST("t2"."operonly" AS INTEGER) <> 0 THEN 'true' ELSE 'false' END ELSE CASE WHEN "t2"."operonly" = 'true' THEN 'true' ELSE 'false' END END ELSE CASE WHEN "t2"."operonly" = 'true' THEN 'true' ELSE 'false' END END, '}')) AS "j0"
          FROM "anope_db_botinfo" AS "t2"
          ORDER BY "t2"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)

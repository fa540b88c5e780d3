SELECT CAST((concat('{"data":{"bots":{"nodes":[',
        (SELECT group_concat((concat('{"nick":', json_quote(CAST("p0"."nick" AS TEXT)), ',"operOnly":', CASE typeof("p0"."operonly") WHEN 'integer' THEN CASE WHEN "p0"."operonly" <> 0 THEN 'true' ELSE 'false' END WHEN 'text' THEN CASE WHEN CAST(CAST("p0"."operonly" AS INTEGER) AS TEXT) = "p0"."operonly" THEN CASE WHEN CAST("p0"."operonly" AS INTEGER) <> 0 THEN 'true' ELSE 'false' END ELSE CASE WHEN "p0"."operonly" = 'true' THEN 'true' ELSE 'false' END END ELSE CASE WHEN "p0"."operonly" = 'true' THEN 'true' ELSE 'false' END END, '}')), ',')
        FROM
          (SELECT "t1"."nick" AS "nick", "t1"."operonly" AS "operonly"
          FROM "anope_db_botinfo" AS "t1"
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p0"), '],"totalCount":',
        (SELECT COUNT(*)
        FROM "anope_db_botinfo" AS "t2"), '}}}')) AS BLOB)

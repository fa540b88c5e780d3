SELECT CAST((concat('{"data":{"modeLocks":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"set":', CASE typeof("t1"."set") WHEN 'integer' THEN CASE WHEN "t1"."set" <> 0 THEN 'true' ELSE 'false' END WHEN 'text' THEN CASE WHEN CAST(CAST("t1"."set" AS INTEGER) AS TEXT) = "t1"."set" THEN CASE WHEN CAST("t1"."set" AS INTEGER) <> 0 THEN 'true' ELSE 'false' END ELSE CASE WHEN "t1"."set" = 'true' THEN 'true' ELSE 'false' END END ELSE CASE WHEN "t1"."set" = 'true' THEN 'true' ELSE 'false' END END, ',"name":', json_quote(CAST("t1"."name" AS TEXT)), '}')) AS "j0"
          FROM "anope_db_modelock" AS "t1"
          ORDER BY CASE WHEN CAST("t1"."set" AS INTEGER) <> 0 THEN 1 ELSE 0 END ASC, substr(CAST("t1"."name" AS TEXT) COLLATE BINARY, 1, 191) ASC, "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)

SELECT CAST((concat('{"data":{"channels":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"name":', json_quote(CAST("t1"."name" AS TEXT)), ',"private":', CASE typeof("t1"."CS_PRIVATE") WHEN 'integer' THEN CASE WHEN "t1"."CS_PRIVATE" <> 0 THEN 'true' ELSE 'false' END WHEN 'text' THEN CASE WHEN CAST(CAST("t1"."CS_PRIVATE" AS INTEGER) AS TEXT) = "t1"."CS_PRIVATE" THEN CASE WHEN CAST("t1"."CS_PRIVATE" AS INTEGER) <> 0 THEN 'true' ELSE 'false' END ELSE CASE WHEN "t1"."CS_PRIVATE" = 'true' THEN 'true' ELSE 'false' END END ELSE CASE WHEN "t1"."CS_PRIVATE" = 'true' THEN 'true' ELSE 'false' END END, '}')) AS "j0"
          FROM "anope_db_channel" AS "t1"
          WHERE (CAST("t1"."CS_PRIVATE" AS INTEGER) <> 0) IS NOT TRUE
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)

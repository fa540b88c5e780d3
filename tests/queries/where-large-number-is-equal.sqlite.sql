SELECT CAST((concat('{"data":{"sessionExceptions":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"mask":', json_quote(CAST("t1"."mask" AS TEXT)), ',"limit":', CASE typeof("t1"."limit") WHEN 'integer' THEN coalesce(('"' || "t1"."limit" || '"'), 'null') WHEN 'text' THEN CASE WHEN CAST(CAST("t1"."limit" AS INTEGER) AS TEXT) = "t1"."limit" THEN coalesce(('"' || CAST("t1"."limit" AS INTEGER) || '"'), 'null') ELSE 'null' END ELSE 'null' END, '}')) AS "j0"
          FROM "anope_db_exception" AS "t1"
          WHERE CAST("t1"."limit" AS INTEGER) = ?
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)

SELECT CAST((concat('{"data":{"newsItems":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"type":', CASE CAST("t1"."type" AS TEXT) WHEN 'NEWS_LOGON' THEN '"LOGON"' WHEN '0' THEN '"LOGON"' WHEN 'NEWS_RANDOM' THEN '"RANDOM"' WHEN '1' THEN '"RANDOM"' WHEN 'NEWS_OPER' THEN '"OPER"' WHEN '2' THEN '"OPER"' ELSE 'null' END, ',"text":', json_quote(CAST("t1"."text" AS TEXT)), '}')) AS "j0"
          FROM "anope_db_newsitem" AS "t1"
          WHERE CAST("t1"."type" AS TEXT) COLLATE BINARY IN (?, ?)
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)

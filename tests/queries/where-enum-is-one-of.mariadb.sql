SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"newsItems":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"type":', CASE CAST(`t1`.`type` AS CHAR) WHEN 'NEWS_LOGON' THEN '"LOGON"' WHEN '0' THEN '"LOGON"' WHEN 'NEWS_RANDOM' THEN '"RANDOM"' WHEN '1' THEN '"RANDOM"' WHEN 'NEWS_OPER' THEN '"OPER"' WHEN '2' THEN '"OPER"' ELSE 'null' END, ',"text":', coalesce(json_quote(CAST(`t1`.`text` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
            ORDER BY `t1`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_newsitem` AS `t1`
      WHERE CONVERT(`t1`.`type` USING utf8mb4) COLLATE utf8mb4_nopad_bin IN (%s, %s)), '}}') AS BINARY)

SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"sessionExceptions":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"mask":', coalesce(json_quote(CAST(`t1`.`mask` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"limit":', coalesce(concat('"', `t1`.`limit`, '"'), 'null'), '}')
            ORDER BY `t1`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_exception` AS `t1`
      WHERE `t1`.`limit` = %s), '}}') AS BINARY)

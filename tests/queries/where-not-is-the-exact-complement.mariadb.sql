SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"accounts":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"display":', coalesce(json_quote(CAST(`t1`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
            ORDER BY `t1`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_account` AS `t1`
      WHERE (CONVERT(`t1`.`greet` USING utf8mb4) COLLATE utf8mb4_nopad_bin LIKE %s) IS NOT TRUE), '}}') AS BINARY)

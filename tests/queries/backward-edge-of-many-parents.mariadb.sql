SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"accounts":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"display":', coalesce(json_quote(CAST(`t1`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"nicks":',
                (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"nick":', coalesce(json_quote(CAST(`t2`.`nick` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                      ORDER BY `t2`.`id` ASC SEPARATOR ','
                      LIMIT %s), ''), ']}')
                FROM `anope_db_nick` AS `t2`
                WHERE `t2`.`nc` = `t1`.`id`), '}')
            ORDER BY `t1`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_account` AS `t1`), '}}') AS BINARY)

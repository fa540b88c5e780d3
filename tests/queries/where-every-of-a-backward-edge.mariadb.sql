SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"accounts":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"display":', coalesce(json_quote(CAST(`t1`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
            ORDER BY `t1`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_account` AS `t1`
      WHERE (EXISTS
          (SELECT 1
          FROM `anope_db_channel` AS `t2`
          WHERE `t2`.`founder` = `t1`.`id` AND 1 = 1) AND NOT EXISTS
          (SELECT 1
          FROM `anope_db_channel` AS `t3`
          WHERE `t3`.`founder` = `t1`.`id` AND (`t3`.`CS_PRIVATE` <> 0) IS NOT TRUE))), '}}') AS BINARY)

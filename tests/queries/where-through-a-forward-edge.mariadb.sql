SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"nicks":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"nick":', coalesce(json_quote(CAST(`t1`.`nick` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
            ORDER BY `t1`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_nick` AS `t1`
      WHERE EXISTS
        (SELECT 1
        FROM `anope_db_account` AS `t2`
        WHERE `t2`.`id` = `t1`.`nc` AND (`t2`.`edgewise_account_email_ascii` >= %s AND `t2`.`edgewise_account_email_ascii` < %s AND CONVERT(`t2`.`email` USING utf8mb4) COLLATE utf8mb4_nopad_bin LIKE %s))), '}}') AS BINARY)

SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"accounts":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"email":', coalesce(json_quote(CAST(`t1`.`email` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
            ORDER BY `t1`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_account` AS `t1`
      WHERE ((`t1`.`edgewise_account_email_ascii` >= %s AND `t1`.`edgewise_account_email_ascii` < %s AND CONVERT(`t1`.`email` USING utf8mb4) COLLATE utf8mb4_nopad_bin LIKE %s) AND CONVERT(`t1`.`email` USING utf8mb4) COLLATE utf8mb4_nopad_bin LIKE %s AND CONVERT(`t1`.`email` USING utf8mb4) COLLATE utf8mb4_nopad_bin LIKE %s)), '}}') AS BINARY)

SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"accounts":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"nicks":',
                (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"nick":', coalesce(json_quote(CAST(`t1`.`nick` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"timeRegistered":', CASE WHEN `t1`.`time_registered` BETWEEN -62135596800 AND 253402300799 AND `t1`.`time_registered` <> 0 THEN date_format(date_add('1970-01-01', INTERVAL `t1`.`time_registered` SECOND), '"%%Y-%%m-%%dT%%H:%%i:%%sZ"') ELSE 'null' END, '}')
                      ORDER BY `t1`.`time_registered` IS NULL ASC, `t1`.`time_registered` DESC, `t1`.`id` DESC SEPARATOR ','
                      LIMIT %s), ''), ']}')
                FROM `anope_db_nick` AS `t1`
                WHERE `t1`.`nc` = `t2`.`id`), '}')
            ORDER BY `t2`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_account` AS `t2`
      WHERE EXISTS
        (SELECT 1
        FROM `anope_db_nick` AS `t3`
        WHERE `t3`.`nc` = `t2`.`id` AND 1 = 1)), '}}') AS BINARY)

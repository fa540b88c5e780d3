SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"bots":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"nick":', coalesce(json_quote(CAST(`t1`.`nick` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"created":', CASE WHEN `t1`.`created` BETWEEN -62135596800 AND 253402300799 AND `t1`.`created` <> 0 THEN date_format(date_add('1970-01-01', INTERVAL `t1`.`created` SECOND), '"%%Y-%%m-%%dT%%H:%%i:%%sZ"') ELSE 'null' END, '}')
            ORDER BY `t1`.`created` IS NULL ASC, `t1`.`created` DESC, `t1`.`id` DESC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_botinfo` AS `t1`), '}}') AS BINARY)

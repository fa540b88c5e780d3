SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"nicks":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"nick":', coalesce(json_quote(CAST(`t1`.`nick` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"lastSeen":', CASE WHEN `t1`.`last_seen` BETWEEN -62135596800 AND 253402300799 AND `t1`.`last_seen` <> 0 THEN date_format(date_add('1970-01-01', INTERVAL `t1`.`last_seen` SECOND), '"%%Y-%%m-%%dT%%H:%%i:%%sZ"') ELSE 'null' END, '}')
            ORDER BY `t1`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_nick` AS `t1`
      WHERE ((`t1`.`last_seen` >= %s AND (`t1`.`last_seen` = %s) IS NOT TRUE) AND (`t1`.`last_seen` < %s AND (`t1`.`last_seen` = %s) IS NOT TRUE))), '}}') AS BINARY)

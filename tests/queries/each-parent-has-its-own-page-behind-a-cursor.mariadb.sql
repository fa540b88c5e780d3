SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"accounts":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"display":', coalesce(json_quote(CAST(`t1`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"nicks":', concat('{"totalCount":',
                  (SELECT COUNT(*)
                  FROM `anope_db_nick` AS `t2`
                  WHERE `t2`.`nc` = `t1`.`id`),
                  (SELECT concat(',"nodes":[', coalesce(group_concat(concat('{"nick":', coalesce(json_quote(CAST(`t3`.`nick` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"lastSeen":', CASE WHEN `t3`.`last_seen` BETWEEN -62135596800 AND 253402300799 AND `t3`.`last_seen` <> 0 THEN date_format(date_add('1970-01-01', INTERVAL `t3`.`last_seen` SECOND), '"%%Y-%%m-%%dT%%H:%%i:%%sZ"') ELSE 'null' END, '}')
                        ORDER BY `t3`.`last_seen` IS NULL ASC, `t3`.`last_seen` DESC, `t3`.`id` DESC SEPARATOR ','
                        LIMIT %s), ''), '],"pageInfo":{"hasNextPage":', CASE WHEN count(*) > %s THEN 'true' ELSE 'false' END, ',"hasPreviousPage":true}}')
                  FROM `anope_db_nick` AS `t3`
                  WHERE `t3`.`nc` = `t1`.`id` AND ((`t3`.`last_seen` < %s OR `t3`.`last_seen` IS NULL) OR (`t3`.`last_seen` = %s AND `t3`.`id` < %s)))), '}')
            ORDER BY `t1`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_account` AS `t1`), '}}') AS BINARY)

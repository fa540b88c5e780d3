SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"accounts":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"display":', coalesce(json_quote(CAST(`t1`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"channelsAsFounder":',
                (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"name":', coalesce(json_quote(CAST(`t2`.`name` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"accessEntries":',
                          (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"mask":', coalesce(json_quote(CAST(`t3`.`mask` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"level":', CASE WHEN `t3`.`level` BETWEEN -2147483648 AND 2147483647 THEN `t3`.`level` ELSE 'null' END, '}')
                                ORDER BY `t3`.`id` ASC SEPARATOR ','
                                LIMIT %s), ''), ']}')
                          FROM `anope_db_accesschanaccess` AS `t3`
                          WHERE `t3`.`ci` = `t2`.`id`), '}')
                      ORDER BY `t2`.`id` ASC SEPARATOR ','
                      LIMIT %s), ''), ']}')
                FROM `anope_db_channel` AS `t2`
                WHERE `t2`.`founder` = `t1`.`id`), '}')
            ORDER BY `t1`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_account` AS `t1`), '}}') AS BINARY)

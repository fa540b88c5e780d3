SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"channels":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"accessEntries":', concat(
                  (SELECT concat('{"pageInfo":{"endCursor":', coalesce(concat('"', nullif(substring_index(coalesce(group_concat(concat('51f6ec9c4e7294e7.', coalesce(`t1`.`id`, ''))
                                ORDER BY `t1`.`id` ASC SEPARATOR ','
                                LIMIT %s), ''), ',', -1), ''), '"'), 'null'), '},"totalCount":')
                  FROM `anope_db_accesschanaccess` AS `t1`
                  WHERE `t1`.`ci` = `t2`.`id` AND `t1`.`level` >= %s),
                  (SELECT COUNT(*)
                  FROM `anope_db_accesschanaccess` AS `t3`
                  WHERE `t3`.`ci` = `t2`.`id` AND `t3`.`level` >= %s),
                  (SELECT concat(',"nodes":[', coalesce(group_concat(concat('{"mask":', coalesce(json_quote(CAST(`t1`.`mask` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                        ORDER BY `t1`.`id` ASC SEPARATOR ','
                        LIMIT %s), ''), ']}')
                  FROM `anope_db_accesschanaccess` AS `t1`
                  WHERE `t1`.`ci` = `t2`.`id` AND `t1`.`level` >= %s)), '}')
            ORDER BY `t2`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_channel` AS `t2`), '}}') AS BINARY)

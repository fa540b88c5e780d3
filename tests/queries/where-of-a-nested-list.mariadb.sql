SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"channels":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"name":', coalesce(json_quote(CAST(`t1`.`name` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"accessEntries":', concat(
                  (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"mask":', coalesce(json_quote(CAST(`t2`.`mask` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"level":', CASE WHEN `t2`.`level` BETWEEN -2147483648 AND 2147483647 THEN `t2`.`level` ELSE 'null' END, '}')
                        ORDER BY `t2`.`id` ASC SEPARATOR ','
                        LIMIT %s), ''), '],"totalCount":')
                  FROM `anope_db_accesschanaccess` AS `t2`
                  WHERE `t2`.`ci` = `t1`.`id` AND (`t2`.`level` >= %s AND EXISTS
                      (SELECT 1
                      FROM `anope_db_account` AS `t3`
                      WHERE `t3`.`id` = `t2`.`obj` AND ((`t3`.`edgewise_account_display_ascii` = left(%s, 191) AND replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`t3`.`display`, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z') = %s)) IS NOT TRUE))),
                  (SELECT COUNT(*)
                  FROM `anope_db_accesschanaccess` AS `t4`
                  WHERE `t4`.`ci` = `t1`.`id` AND (`t4`.`level` >= %s AND EXISTS
                      (SELECT 1
                      FROM `anope_db_account` AS `t5`
                      WHERE `t5`.`id` = `t4`.`obj` AND ((`t5`.`edgewise_account_display_ascii` = left(%s, 191) AND replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`t5`.`display`, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z') = %s)) IS NOT TRUE))), '}'), '}')
            ORDER BY `t1`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_channel` AS `t1`), '}}') AS BINARY)

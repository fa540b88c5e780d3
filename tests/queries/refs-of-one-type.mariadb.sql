SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"account":', coalesce(
        (SELECT concat('{"channels":[',
            (SELECT coalesce(group_concat(concat('{"id":"channel:', `t1`.`id`, '","name":', coalesce(json_quote(CAST(`t1`.`name` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                ORDER BY `t1`.`id` SEPARATOR ','
                LIMIT %s), '')
            FROM `anope_db_channel` AS `t1`
            WHERE (`t1`.`founder` = `t2`.`id` OR `t1`.`successor` = `t2`.`id`) AND `t1`.`id` > %s), '],"access":[',
            (SELECT coalesce(group_concat(concat('{"__typename":"AccessChanAccess","level":', CASE WHEN `t3`.`level` BETWEEN -2147483648 AND 2147483647 THEN `t3`.`level` ELSE 'null' END, ',"channel":', coalesce(
                      (SELECT concat('{"name":', coalesce(json_quote(CAST(`t4`.`name` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                      FROM `anope_db_channel` AS `t4`
                      WHERE `t4`.`id` = `t3`.`ci`), 'null'), '}')
                ORDER BY `t3`.`id` SEPARATOR ','
                LIMIT %s), '')
            FROM `anope_db_accesschanaccess` AS `t3`
            WHERE (`t3`.`obj` = `t2`.`id`) AND `t3`.`id` > %s), '],"memos":[]}')
        FROM `anope_db_account` AS `t2`
        WHERE ((`t2`.`edgewise_account_display_ascii` = left(%s, 191)) AND (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`t2`.`display`, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z') = %s))
        ORDER BY `t2`.`id`
        LIMIT 1), 'null'), '}}') AS BINARY)

SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"account":', coalesce(
        (SELECT concat('{"refs":[',
            (SELECT coalesce(group_concat(concat('{"id":"channel:', `t1`.`id`, '","name":', coalesce(json_quote(CAST(`t1`.`name` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"founder":', coalesce(
                      (SELECT concat('{"display":', coalesce(json_quote(CAST(`t2`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                      FROM `anope_db_account` AS `t2`
                      WHERE `t2`.`id` = `t1`.`founder`), 'null'), ',"successor":', coalesce(
                      (SELECT concat('{"display":', coalesce(json_quote(CAST(`t3`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                      FROM `anope_db_account` AS `t3`
                      WHERE `t3`.`id` = `t1`.`successor`), 'null'), '}')
                ORDER BY `t1`.`id` SEPARATOR ','
                LIMIT %s), '')
            FROM `anope_db_channel` AS `t1`
            WHERE (`t1`.`founder` = `t4`.`id` OR `t1`.`successor` = `t4`.`id`) AND `t1`.`id` > %s), ']}')
        FROM `anope_db_account` AS `t4`
        WHERE ((`t4`.`edgewise_account_display_ascii` = left(%s, 191)) AND (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`t4`.`display`, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z') = %s))
        ORDER BY `t4`.`id`
        LIMIT 1), 'null'), '}}') AS BINARY)

SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"channel":', coalesce(
        (SELECT concat('{"name":', coalesce(json_quote(CAST(`t1`.`name` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"successor":', coalesce(
              (SELECT concat('{"display":', coalesce(json_quote(CAST(`t2`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
              FROM `anope_db_account` AS `t2`
              WHERE `t2`.`id` = `t1`.`successor`), 'null'), ',"bot":', coalesce(
              (SELECT concat('{"nick":', coalesce(json_quote(CAST(`t3`.`nick` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
              FROM `anope_db_botinfo` AS `t3`
              WHERE `t3`.`id` = `t1`.`bi`), 'null'), ',"founder":', coalesce(
              (SELECT concat('{"display":', coalesce(json_quote(CAST(`t4`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
              FROM `anope_db_account` AS `t4`
              WHERE `t4`.`id` = `t1`.`founder`), 'null'), '}')
        FROM `anope_db_channel` AS `t1`
        WHERE ((`t1`.`edgewise_channel_name_ascii` = left(%s, 191)) AND (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`t1`.`name`, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z') = %s))
        ORDER BY `t1`.`id`
        LIMIT 1), 'null'), '}}') AS BINARY)

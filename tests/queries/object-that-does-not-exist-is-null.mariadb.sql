SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"account":', coalesce(
        (SELECT concat('{"display":', coalesce(json_quote(CAST(`t1`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
        FROM `anope_db_account` AS `t1`
        WHERE `t1`.`id` = %s), 'null'), ',"nick":', coalesce(
        (SELECT concat('{"nick":', coalesce(json_quote(CAST(`t2`.`nick` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
        FROM `anope_db_nick` AS `t2`
        WHERE ((`t2`.`edgewise_nick_nick_ascii` = left(%s, 191)) AND (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`t2`.`nick`, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z') = %s))
        ORDER BY `t2`.`id`
        LIMIT 1), 'null'), ',"node":', coalesce(
        (SELECT concat('{"id":"memo:', `t3`.`id`, '"}')
        FROM `anope_db_memo` AS `t3`
        WHERE `t3`.`id` = %s), 'null'), '}}') AS BINARY)

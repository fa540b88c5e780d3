SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"who":', coalesce(
        (SELECT concat('{"name":', coalesce(json_quote(CAST(`t1`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"display":', coalesce(json_quote(CAST(`t1`.`email` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"own":',
            (SELECT concat('{"some":[', coalesce(group_concat(concat('{"name":', coalesce(json_quote(CAST(`t2`.`nick` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                  ORDER BY `t2`.`id` ASC SEPARATOR ','
                  LIMIT %s), ''), ']}')
            FROM `anope_db_nick` AS `t2`
            WHERE `t2`.`nc` = `t1`.`id`), '}')
        FROM `anope_db_account` AS `t1`
        WHERE ((`t1`.`edgewise_account_display_ascii` = left(%s, 191)) AND (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`t1`.`display`, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z') = %s))
        ORDER BY `t1`.`id`
        LIMIT 1), 'null'), '}}') AS BINARY)

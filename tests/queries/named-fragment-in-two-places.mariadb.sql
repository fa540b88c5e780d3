SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"channel":', coalesce(
        (SELECT concat('{"founder":', coalesce(
              (SELECT concat('{"display":', coalesce(json_quote(CAST(`t1`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"nicks":',
                  (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"nick":', coalesce(json_quote(CAST(`t2`.`nick` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                        ORDER BY `t2`.`id` ASC SEPARATOR ','
                        LIMIT %s), ''), ']}')
                  FROM `anope_db_nick` AS `t2`
                  WHERE `t2`.`nc` = `t1`.`id`), '}')
              FROM `anope_db_account` AS `t1`
              WHERE `t1`.`id` = `t3`.`founder`), 'null'), ',"successor":', coalesce(
              (SELECT concat('{"display":', coalesce(json_quote(CAST(`t4`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"nicks":',
                  (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"nick":', coalesce(json_quote(CAST(`t5`.`nick` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                        ORDER BY `t5`.`id` ASC SEPARATOR ','
                        LIMIT %s), ''), ']}')
                  FROM `anope_db_nick` AS `t5`
                  WHERE `t5`.`nc` = `t4`.`id`), '}')
              FROM `anope_db_account` AS `t4`
              WHERE `t4`.`id` = `t3`.`successor`), 'null'), '}')
        FROM `anope_db_channel` AS `t3`
        WHERE ((`t3`.`edgewise_channel_name_ascii` = left(%s, 191)) AND (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`t3`.`name`, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z') = %s))
        ORDER BY `t3`.`id`
        LIMIT 1), 'null'), '}}') AS BINARY)

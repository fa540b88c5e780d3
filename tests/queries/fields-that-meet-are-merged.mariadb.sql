SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"account":', coalesce(
        (SELECT concat('{"nicks":', concat(
              (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"nick":', coalesce(json_quote(CAST(`t1`.`nick` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"account":', coalesce(
                          (SELECT concat('{"display":', coalesce(json_quote(CAST(`t2`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                          FROM `anope_db_account` AS `t2`
                          WHERE `t2`.`id` = `t1`.`nc`), 'null'), '}')
                    ORDER BY `t1`.`id` ASC SEPARATOR ','
                    LIMIT %s), ''), '],"totalCount":')
              FROM `anope_db_nick` AS `t1`
              WHERE `t1`.`nc` = `t3`.`id`),
              (SELECT COUNT(*)
              FROM `anope_db_nick` AS `t4`
              WHERE `t4`.`nc` = `t3`.`id`), '}'), ',"display":', coalesce(json_quote(CAST(`t3`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"id":"account:', `t3`.`id`, '"}')
        FROM `anope_db_account` AS `t3`
        WHERE ((`t3`.`edgewise_account_display_ascii` = left(%s, 191)) AND (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`t3`.`display`, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z') = %s))
        ORDER BY `t3`.`id`
        LIMIT 1), 'null'), '}}') AS BINARY)

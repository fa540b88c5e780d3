SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"account":', coalesce(
        (SELECT concat('{"nicks":',
            (SELECT concat('{"edges":[', coalesce(group_concat(concat('{"cursor":"', concat('df79c8b44e7294e7.', coalesce(`t1`.`id`, '')), '","node":', concat('{"nick":', coalesce(json_quote(CAST(`t1`.`nick` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}'), '}')
                  ORDER BY `t1`.`id` ASC SEPARATOR ','
                  LIMIT %s), ''), '],"pageInfo":{"hasNextPage":', CASE WHEN count(*) > %s THEN 'true' ELSE 'false' END, ',"hasPreviousPage":false,"startCursor":', coalesce(concat('"', nullif(substring_index(coalesce(group_concat(concat('df79c8b44e7294e7.', coalesce(`t1`.`id`, ''))
                          ORDER BY `t1`.`id` ASC SEPARATOR ','
                          LIMIT %s), ''), ',', 1), ''), '"'), 'null'), ',"endCursor":', coalesce(concat('"', nullif(substring_index(coalesce(group_concat(concat('df79c8b44e7294e7.', coalesce(`t1`.`id`, ''))
                          ORDER BY `t1`.`id` ASC SEPARATOR ','
                          LIMIT %s), ''), ',', -1), ''), '"'), 'null'), '}}')
            FROM `anope_db_nick` AS `t1`
            WHERE `t1`.`nc` = `t2`.`id`), '}')
        FROM `anope_db_account` AS `t2`
        WHERE ((`t2`.`edgewise_account_display_ascii` = left(%s, 191)) AND (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`t2`.`display`, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z') = %s))
        ORDER BY `t2`.`id`
        LIMIT 1), 'null'), '}}') AS BINARY)

SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"accounts":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"display":', coalesce(json_quote(CAST(`t1`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"xmppUser":', char(2 USING utf8mb4), '1', char(31 USING utf8mb4), coalesce(lower(hex(CAST(`t1`.`display` AS CHAR))), ''), char(31 USING utf8mb4), coalesce(
                  (SELECT concat('{"jid":', coalesce(json_quote(coalesce(
                            (SELECT CASE WHEN nullif(CAST(`t2`.`name` AS CHAR), '') IS NULL THEN CAST(`t3`.`name` AS CHAR) WHEN nullif(CAST(`t3`.`name` AS CHAR), '') IS NULL THEN CAST(`t2`.`name` AS CHAR) ELSE concat(CAST(`t2`.`name` AS CHAR), '@', CAST(`t3`.`name` AS CHAR)) END
                            FROM `anope_db_xmpphost` AS `t3`
                            WHERE `t3`.`id` = `t2`.`host`), CAST(`t2`.`name` AS CHAR), '')) COLLATE utf8mb4_nopad_bin, 'null'), ',"account":', char(2 USING utf8mb4), '0', char(31 USING utf8mb4), coalesce(lower(hex(`t2`.`name`)), ''),
                      (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), `t4`.`id`, char(31 USING utf8mb4), coalesce(lower(hex(CAST(`t4`.`display` AS CHAR))), ''), char(31 USING utf8mb4), coalesce(
                                (SELECT concat('{"display":', coalesce(json_quote(CAST(`t5`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                                FROM `anope_db_account` AS `t5`
                                WHERE `t5`.`id` = `t4`.`id`), 'null')) SEPARATOR ''), '')
                      FROM `anope_db_account` AS `t4`
                      WHERE (((`t4`.`edgewise_account_display_ascii` = left(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`t2`.`name`, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z'), 191)) AND (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`t4`.`display`, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z') = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`t2`.`name`, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z'))) AND EXISTS
                          (SELECT 1
                          FROM `anope_db_xmpphost` AS `t6`
                          WHERE `t6`.`id` = `t2`.`host` AND `t6`.`name` = %s))), char(3 USING utf8mb4), '}')
                  FROM `anope_db_xmppuser` AS `t2`
                  WHERE `t2`.`host` =
                    (SELECT `t7`.`id`
                    FROM `anope_db_xmpphost` AS `t7`
                    WHERE `t7`.`name` = %s) AND `t2`.`name` = CONVERT(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(CAST(`t1`.`display` AS CHAR), 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z') USING utf8mb4) COLLATE utf8mb4_nopad_bin), 'null'), char(3 USING utf8mb4), '}')
            ORDER BY `t1`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_account` AS `t1`), '}}') AS BINARY)

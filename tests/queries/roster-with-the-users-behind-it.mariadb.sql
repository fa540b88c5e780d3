SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"xmppUser":', coalesce(
        (SELECT concat('{"jid":', coalesce(json_quote(coalesce(
                  (SELECT CASE WHEN nullif(CAST(`t1`.`name` AS CHAR), '') IS NULL THEN CAST(`t2`.`name` AS CHAR) WHEN nullif(CAST(`t2`.`name` AS CHAR), '') IS NULL THEN CAST(`t1`.`name` AS CHAR) ELSE concat(CAST(`t1`.`name` AS CHAR), '@', CAST(`t2`.`name` AS CHAR)) END
                  FROM `anope_db_xmpphost` AS `t2`
                  WHERE `t2`.`id` = `t1`.`host`), CAST(`t1`.`name` AS CHAR), '')) COLLATE utf8mb4_nopad_bin, 'null'), ',"roster":', char(2 USING utf8mb4), '1', char(31 USING utf8mb4),
            (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), coalesce(lower(hex(`t3`.`name`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`key`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`value`)), ''), char(31 USING utf8mb4), coalesce(
                      (SELECT concat('{"jid":', coalesce(json_quote(coalesce(
                                (SELECT CASE WHEN nullif(CAST(`t4`.`name` AS CHAR), '') IS NULL THEN CAST(`t5`.`name` AS CHAR) WHEN nullif(CAST(`t5`.`name` AS CHAR), '') IS NULL THEN CAST(`t4`.`name` AS CHAR) ELSE concat(CAST(`t4`.`name` AS CHAR), '@', CAST(`t5`.`name` AS CHAR)) END
                                FROM `anope_db_xmpphost` AS `t5`
                                WHERE `t5`.`id` = `t4`.`host`), CAST(`t4`.`name` AS CHAR), '')) COLLATE utf8mb4_nopad_bin, 'null'), ',"account":', char(2 USING utf8mb4), '0', char(31 USING utf8mb4), coalesce(lower(hex(`t4`.`name`)), ''),
                          (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), `t6`.`id`, char(31 USING utf8mb4), coalesce(lower(hex(CAST(`t6`.`display` AS CHAR))), ''), char(31 USING utf8mb4), coalesce(
                                    (SELECT concat('{"display":', coalesce(json_quote(CAST(`t7`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                                    FROM `anope_db_account` AS `t7`
                                    WHERE `t7`.`id` = `t6`.`id`), 'null')) SEPARATOR ''), '')
                          FROM `anope_db_account` AS `t6`
                          WHERE (((`t6`.`edgewise_account_display_ascii` = left(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`t4`.`name`, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z'), 191)) AND (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`t6`.`display`, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z') = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`t4`.`name`, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z'))) AND EXISTS
                              (SELECT 1
                              FROM `anope_db_xmpphost` AS `t8`
                              WHERE `t8`.`id` = `t4`.`host` AND `t8`.`name` = %s))), char(3 USING utf8mb4), '}')
                      FROM `anope_db_xmppuser` AS `t4`
                      WHERE `t4`.`host` =
                        (SELECT `t9`.`id`
                        FROM `anope_db_xmpphost` AS `t9`
                        WHERE `t9`.`name` = CONVERT(substring_index(substring_index(substring_index(`s0`.`key`, '/', 1), '@', 2), '@', -1) USING utf8mb4) COLLATE utf8mb4_nopad_bin) AND `t4`.`name` = CONVERT(substring_index(substring_index(`s0`.`key`, '/', 1), '@', 1) USING utf8mb4) COLLATE utf8mb4_nopad_bin), 'null')) SEPARATOR ''), '')
            FROM `anope_db_xmppstore` AS `t3` CROSS JOIN `prosody` AS `s0`
            WHERE `s0`.`store_id` = `t3`.`id` AND `t3`.`user` = `t1`.`id` AND `t3`.`name` = %s), char(3 USING utf8mb4), '}')
        FROM `anope_db_xmppuser` AS `t1`
        WHERE `t1`.`host` =
          (SELECT `t10`.`id`
          FROM `anope_db_xmpphost` AS `t10`
          WHERE `t10`.`name` = %s
          ORDER BY `t10`.`id`
          LIMIT 1) AND `t1`.`name` = %s
        ORDER BY `t1`.`id`
        LIMIT 1), 'null'), '}}') AS BINARY)

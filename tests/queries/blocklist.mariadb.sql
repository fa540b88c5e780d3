SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"xmppUser":', coalesce(
        (SELECT concat('{"blocklist":', char(2 USING utf8mb4), '0', char(31 USING utf8mb4),
            (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), coalesce(lower(hex(`t1`.`name`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`key`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`value`)), ''), char(31 USING utf8mb4), coalesce(
                      (SELECT concat('{"jid":', coalesce(json_quote(coalesce(
                                (SELECT CASE WHEN nullif(CAST(`t2`.`name` AS CHAR), '') IS NULL THEN CAST(`t3`.`name` AS CHAR) WHEN nullif(CAST(`t3`.`name` AS CHAR), '') IS NULL THEN CAST(`t2`.`name` AS CHAR) ELSE concat(CAST(`t2`.`name` AS CHAR), '@', CAST(`t3`.`name` AS CHAR)) END
                                FROM `anope_db_xmpphost` AS `t3`
                                WHERE `t3`.`id` = `t2`.`host`), CAST(`t2`.`name` AS CHAR), '')) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                      FROM `anope_db_xmppuser` AS `t2`
                      WHERE `t2`.`host` =
                        (SELECT `t4`.`id`
                        FROM `anope_db_xmpphost` AS `t4`
                        WHERE `t4`.`name` = CONVERT(substring_index(substring_index(substring_index(`s0`.`key`, '/', 1), '@', 2), '@', -1) USING utf8mb4) COLLATE utf8mb4_nopad_bin) AND `t2`.`name` = CONVERT(substring_index(substring_index(`s0`.`key`, '/', 1), '@', 1) USING utf8mb4) COLLATE utf8mb4_nopad_bin), 'null')) SEPARATOR ''), '')
            FROM `anope_db_xmppstore` AS `t1` CROSS JOIN `prosody` AS `s0`
            WHERE `s0`.`store_id` = `t1`.`id` AND `t1`.`user` = `t5`.`id` AND `t1`.`name` = %s), char(3 USING utf8mb4), '}')
        FROM `anope_db_xmppuser` AS `t5`
        WHERE `t5`.`host` =
          (SELECT `t6`.`id`
          FROM `anope_db_xmpphost` AS `t6`
          WHERE `t6`.`name` = %s
          ORDER BY `t6`.`id`
          LIMIT 1) AND `t5`.`name` = %s
        ORDER BY `t5`.`id`
        LIMIT 1), 'null'), ',"none":', coalesce(
        (SELECT concat('{"blocklist":', char(2 USING utf8mb4), '1', char(31 USING utf8mb4),
            (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), coalesce(lower(hex(`t7`.`name`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s1`.`key`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s1`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s1`.`value`)), '')) SEPARATOR ''), '')
            FROM `anope_db_xmppstore` AS `t7` CROSS JOIN `prosody` AS `s1`
            WHERE `s1`.`store_id` = `t7`.`id` AND `t7`.`user` = `t8`.`id` AND `t7`.`name` = %s), char(3 USING utf8mb4), '}')
        FROM `anope_db_xmppuser` AS `t8`
        WHERE `t8`.`host` =
          (SELECT `t9`.`id`
          FROM `anope_db_xmpphost` AS `t9`
          WHERE `t9`.`name` = %s
          ORDER BY `t9`.`id`
          LIMIT 1) AND `t8`.`name` = %s
        ORDER BY `t8`.`id`
        LIMIT 1), 'null'), '}}') AS BINARY)

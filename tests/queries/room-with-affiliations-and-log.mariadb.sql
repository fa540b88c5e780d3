SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"xmppUser":', coalesce(
        (SELECT concat('{"room":', char(2 USING utf8mb4), '1', char(31 USING utf8mb4), coalesce(concat(lower(hex(`t1`.`name`)), '.', lower(hex(
                    (SELECT `t2`.`name`
                    FROM `anope_db_xmpphost` AS `t2`
                    WHERE `t2`.`id` = `t1`.`host`)))), ''), char(31 USING utf8mb4), char(2 USING utf8mb4), '0', char(31 USING utf8mb4), '1',
            (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), '0', char(31 USING utf8mb4), `s0`.`sort_id`, char(31 USING utf8mb4), `s0`.`when`, char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`key`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`with`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`value`)), '')) SEPARATOR ''), '')
            FROM `prosodyarchive` AS `s0`
            WHERE `s0`.`store_id` =
              (SELECT `t3`.`id`
              FROM `anope_db_xmppstore` AS `t3`
              WHERE `t3`.`user` = `t1`.`id` AND `t3`.`name` = %s) AND `s0`.`sort_id` <= coalesce(
                (SELECT `s1`.`sort_id`
                FROM `prosodyarchive` AS `s1`
                WHERE `s1`.`store_id` =
                  (SELECT `t4`.`id`
                  FROM `anope_db_xmppstore` AS `t4`
                  WHERE `t4`.`user` = `t1`.`id` AND `t4`.`name` = %s)
                ORDER BY `s1`.`sort_id`
                LIMIT 1 OFFSET %s), 9223372036854775807)),
            (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), '1', char(31 USING utf8mb4), `s2`.`id`, char(31 USING utf8mb4), char(31 USING utf8mb4), char(31 USING utf8mb4), char(31 USING utf8mb4), coalesce(lower(hex(`s2`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s2`.`value`)), '')) SEPARATOR ''), '')
            FROM `edgewise_item` AS `s2`
            WHERE `s2`.`store_id` =
              (SELECT `t5`.`id`
              FROM `anope_db_xmppstore` AS `t5`
              WHERE `t5`.`user` = `t1`.`id` AND `t5`.`name` = %s) AND `s2`.`id` <= coalesce(
                (SELECT `s3`.`id`
                FROM `edgewise_item` AS `s3`
                WHERE `s3`.`store_id` =
                  (SELECT `t6`.`id`
                  FROM `anope_db_xmppstore` AS `t6`
                  WHERE `t6`.`user` = `t1`.`id` AND `t6`.`name` = %s)
                ORDER BY `s3`.`id`
                LIMIT 1 OFFSET %s), 9223372036854775807)), char(3 USING utf8mb4),
            (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), coalesce(lower(hex(`t7`.`name`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s4`.`key`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s4`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s4`.`value`)), ''), char(31 USING utf8mb4), coalesce(
                      (SELECT concat('{"jid":', coalesce(json_quote(coalesce(
                                (SELECT CASE WHEN nullif(CAST(`t8`.`name` AS CHAR), '') IS NULL THEN CAST(`t9`.`name` AS CHAR) WHEN nullif(CAST(`t9`.`name` AS CHAR), '') IS NULL THEN CAST(`t8`.`name` AS CHAR) ELSE concat(CAST(`t8`.`name` AS CHAR), '@', CAST(`t9`.`name` AS CHAR)) END
                                FROM `anope_db_xmpphost` AS `t9`
                                WHERE `t9`.`id` = `t8`.`host`), CAST(`t8`.`name` AS CHAR), '')) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                      FROM `anope_db_xmppuser` AS `t8`
                      WHERE `t8`.`host` =
                        (SELECT `t10`.`id`
                        FROM `anope_db_xmpphost` AS `t10`
                        WHERE `t10`.`name` = CONVERT(substring_index(substring_index(substring_index(`s4`.`key`, '/', 1), '@', 2), '@', -1) USING utf8mb4) COLLATE utf8mb4_nopad_bin) AND `t8`.`name` = CONVERT(substring_index(substring_index(`s4`.`key`, '/', 1), '@', 1) USING utf8mb4) COLLATE utf8mb4_nopad_bin), 'null')) SEPARATOR ''), '')
            FROM `anope_db_xmppstore` AS `t7` CROSS JOIN `prosody` AS `s4`
            WHERE `s4`.`store_id` = `t7`.`id` AND `t7`.`user` = `t1`.`id` AND `t7`.`name` IN (%s, %s)), char(3 USING utf8mb4), '}')
        FROM `anope_db_xmppuser` AS `t1`
        WHERE `t1`.`host` =
          (SELECT `t11`.`id`
          FROM `anope_db_xmpphost` AS `t11`
          WHERE `t11`.`name` = %s
          ORDER BY `t11`.`id`
          LIMIT 1) AND `t1`.`name` = %s
        ORDER BY `t1`.`id`
        LIMIT 1), 'null'), ',"person":', coalesce(
        (SELECT concat('{"room":', char(2 USING utf8mb4), '2', char(31 USING utf8mb4), coalesce(concat(lower(hex(`t12`.`name`)), '.', lower(hex(
                    (SELECT `t13`.`name`
                    FROM `anope_db_xmpphost` AS `t13`
                    WHERE `t13`.`id` = `t12`.`host`)))), ''),
            (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), coalesce(lower(hex(`t14`.`name`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s5`.`key`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s5`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s5`.`value`)), '')) SEPARATOR ''), '')
            FROM `anope_db_xmppstore` AS `t14` CROSS JOIN `prosody` AS `s5`
            WHERE `s5`.`store_id` = `t14`.`id` AND `t14`.`user` = `t12`.`id` AND `t14`.`name` IN (%s, %s)), char(3 USING utf8mb4), '}')
        FROM `anope_db_xmppuser` AS `t12`
        WHERE `t12`.`host` =
          (SELECT `t15`.`id`
          FROM `anope_db_xmpphost` AS `t15`
          WHERE `t15`.`name` = %s
          ORDER BY `t15`.`id`
          LIMIT 1) AND `t12`.`name` = %s
        ORDER BY `t12`.`id`
        LIMIT 1), 'null'), '}}') AS BINARY)

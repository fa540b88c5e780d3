SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"xmppUser":', coalesce(
        (SELECT concat('{"offlineMessages":', char(2 USING utf8mb4), '0', char(31 USING utf8mb4), '1',
            (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), '0', char(31 USING utf8mb4), `s0`.`sort_id`, char(31 USING utf8mb4), `s0`.`when`, char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`key`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`with`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`value`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(substring_index(substring_index(substring_index(substring_index(replace(`s0`.`value`, '"', ''''), CASE `s0`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, 2), CASE `s0`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, -1), '''', 1), '/', 1))), ''), char(31 USING utf8mb4), coalesce(
                      (SELECT concat('{"jid":', coalesce(json_quote(coalesce(
                                (SELECT CASE WHEN nullif(CAST(`t1`.`name` AS CHAR), '') IS NULL THEN CAST(`t2`.`name` AS CHAR) WHEN nullif(CAST(`t2`.`name` AS CHAR), '') IS NULL THEN CAST(`t1`.`name` AS CHAR) ELSE concat(CAST(`t1`.`name` AS CHAR), '@', CAST(`t2`.`name` AS CHAR)) END
                                FROM `anope_db_xmpphost` AS `t2`
                                WHERE `t2`.`id` = `t1`.`host`), CAST(`t1`.`name` AS CHAR), '')) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                      FROM `anope_db_xmppuser` AS `t1`
                      WHERE `t1`.`host` =
                        (SELECT `t3`.`id`
                        FROM `anope_db_xmpphost` AS `t3`
                        WHERE `t3`.`name` = CONVERT(substring_index(substring_index(substring_index(substring_index(substring_index(substring_index(replace(`s0`.`value`, '"', ''''), CASE `s0`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, 2), CASE `s0`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, -1), '''', 1), '/', 1), '@', 2), '@', -1) USING utf8mb4) COLLATE utf8mb4_nopad_bin) AND `t1`.`name` = CONVERT(substring_index(substring_index(substring_index(substring_index(substring_index(replace(`s0`.`value`, '"', ''''), CASE `s0`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, 2), CASE `s0`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, -1), '''', 1), '/', 1), '@', 1) USING utf8mb4) COLLATE utf8mb4_nopad_bin), 'null')) SEPARATOR ''), '')
            FROM `prosodyarchive` AS `s0`
            WHERE `s0`.`store_id` =
              (SELECT `t4`.`id`
              FROM `anope_db_xmppstore` AS `t4`
              WHERE `t4`.`user` = `t5`.`id` AND `t4`.`name` = %s) AND `s0`.`sort_id` <= coalesce(
                (SELECT `s1`.`sort_id`
                FROM `prosodyarchive` AS `s1`
                WHERE `s1`.`store_id` =
                  (SELECT `t6`.`id`
                  FROM `anope_db_xmppstore` AS `t6`
                  WHERE `t6`.`user` = `t5`.`id` AND `t6`.`name` = %s)
                ORDER BY `s1`.`sort_id`
                LIMIT 1 OFFSET %s), 9223372036854775807)),
            (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), '1', char(31 USING utf8mb4), `s2`.`id`, char(31 USING utf8mb4), char(31 USING utf8mb4), char(31 USING utf8mb4), char(31 USING utf8mb4), coalesce(lower(hex(`s2`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s2`.`value`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(substring_index(substring_index(substring_index(substring_index(replace(`s2`.`value`, '"', ''''), CASE `s2`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, 2), CASE `s2`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, -1), '''', 1), '/', 1))), ''), char(31 USING utf8mb4), coalesce(
                      (SELECT concat('{"jid":', coalesce(json_quote(coalesce(
                                (SELECT CASE WHEN nullif(CAST(`t7`.`name` AS CHAR), '') IS NULL THEN CAST(`t8`.`name` AS CHAR) WHEN nullif(CAST(`t8`.`name` AS CHAR), '') IS NULL THEN CAST(`t7`.`name` AS CHAR) ELSE concat(CAST(`t7`.`name` AS CHAR), '@', CAST(`t8`.`name` AS CHAR)) END
                                FROM `anope_db_xmpphost` AS `t8`
                                WHERE `t8`.`id` = `t7`.`host`), CAST(`t7`.`name` AS CHAR), '')) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                      FROM `anope_db_xmppuser` AS `t7`
                      WHERE `t7`.`host` =
                        (SELECT `t9`.`id`
                        FROM `anope_db_xmpphost` AS `t9`
                        WHERE `t9`.`name` = CONVERT(substring_index(substring_index(substring_index(substring_index(substring_index(substring_index(replace(`s2`.`value`, '"', ''''), CASE `s2`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, 2), CASE `s2`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, -1), '''', 1), '/', 1), '@', 2), '@', -1) USING utf8mb4) COLLATE utf8mb4_nopad_bin) AND `t7`.`name` = CONVERT(substring_index(substring_index(substring_index(substring_index(substring_index(replace(`s2`.`value`, '"', ''''), CASE `s2`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, 2), CASE `s2`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, -1), '''', 1), '/', 1), '@', 1) USING utf8mb4) COLLATE utf8mb4_nopad_bin), 'null')) SEPARATOR ''), '')
            FROM `edgewise_item` AS `s2`
            WHERE `s2`.`store_id` =
              (SELECT `t10`.`id`
              FROM `anope_db_xmppstore` AS `t10`
              WHERE `t10`.`user` = `t5`.`id` AND `t10`.`name` = %s) AND `s2`.`id` <= coalesce(
                (SELECT `s3`.`id`
                FROM `edgewise_item` AS `s3`
                WHERE `s3`.`store_id` =
                  (SELECT `t11`.`id`
                  FROM `anope_db_xmppstore` AS `t11`
                  WHERE `t11`.`user` = `t5`.`id` AND `t11`.`name` = %s)
                ORDER BY `s3`.`id`
                LIMIT 1 OFFSET %s), 9223372036854775807)), char(3 USING utf8mb4), '}')
        FROM `anope_db_xmppuser` AS `t5`
        WHERE `t5`.`host` =
          (SELECT `t12`.`id`
          FROM `anope_db_xmpphost` AS `t12`
          WHERE `t12`.`name` = %s
          ORDER BY `t12`.`id`
          LIMIT 1) AND `t5`.`name` = %s
        ORDER BY `t5`.`id`
        LIMIT 1), 'null'), '}}') AS BINARY)

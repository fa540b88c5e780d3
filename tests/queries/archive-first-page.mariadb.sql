SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"xmppUser":', coalesce(
        (SELECT concat('{"archive":', char(2 USING utf8mb4), '0', char(31 USING utf8mb4), '1',
            (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), '0', char(31 USING utf8mb4), `s0`.`sort_id`, char(31 USING utf8mb4), `s0`.`when`, char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`key`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`with`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`value`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(substring_index(substring_index(substring_index(substring_index(replace(`s0`.`value`, '"', ''''), CASE `s0`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, 2), CASE `s0`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, -1), '''', 1), '/', 1))), ''), char(31 USING utf8mb4), coalesce(
                      (SELECT concat('{"jid":', coalesce(json_quote(coalesce(
                                (SELECT CASE WHEN nullif(CAST(`t1`.`name` AS CHAR), '') IS NULL THEN CAST(`t2`.`name` AS CHAR) WHEN nullif(CAST(`t2`.`name` AS CHAR), '') IS NULL THEN CAST(`t1`.`name` AS CHAR) ELSE concat(CAST(`t1`.`name` AS CHAR), '@', CAST(`t2`.`name` AS CHAR)) END
                                FROM `anope_db_xmpphost` AS `t2`
                                WHERE `t2`.`id` = `t1`.`host`), CAST(`t1`.`name` AS CHAR), '')) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                      FROM `anope_db_xmppuser` AS `t1`
                      WHERE `t1`.`host` =
                        (SELECT `t3`.`id`
                        FROM `anope_db_xmpphost` AS `t3`
                        WHERE `t3`.`name` = CONVERT(substring_index(substring_index(substring_index(substring_index(substring_index(substring_index(replace(`s0`.`value`, '"', ''''), CASE `s0`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, 2), CASE `s0`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, -1), '''', 1), '/', 1), '@', 2), '@', -1) USING utf8mb4) COLLATE utf8mb4_nopad_bin) AND `t1`.`name` = CONVERT(substring_index(substring_index(substring_index(substring_index(substring_index(replace(`s0`.`value`, '"', ''''), CASE `s0`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, 2), CASE `s0`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, -1), '''', 1), '/', 1), '@', 1) USING utf8mb4) COLLATE utf8mb4_nopad_bin), 'null'), char(31 USING utf8mb4), coalesce(lower(hex(substring_index(substring_index(substring_index(substring_index(replace(`s0`.`value`, '"', ''''), CASE `s0`.`type` WHEN 'xml' THEN ' to=''' ELSE 'to'':''' END, 2), CASE `s0`.`type` WHEN 'xml' THEN ' to=''' ELSE 'to'':''' END, -1), '''', 1), '/', 1))), ''), char(31 USING utf8mb4), coalesce(
                      (SELECT concat('{"jid":', coalesce(json_quote(coalesce(
                                (SELECT CASE WHEN nullif(CAST(`t4`.`name` AS CHAR), '') IS NULL THEN CAST(`t5`.`name` AS CHAR) WHEN nullif(CAST(`t5`.`name` AS CHAR), '') IS NULL THEN CAST(`t4`.`name` AS CHAR) ELSE concat(CAST(`t4`.`name` AS CHAR), '@', CAST(`t5`.`name` AS CHAR)) END
                                FROM `anope_db_xmpphost` AS `t5`
                                WHERE `t5`.`id` = `t4`.`host`), CAST(`t4`.`name` AS CHAR), '')) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                      FROM `anope_db_xmppuser` AS `t4`
                      WHERE `t4`.`host` =
                        (SELECT `t6`.`id`
                        FROM `anope_db_xmpphost` AS `t6`
                        WHERE `t6`.`name` = CONVERT(substring_index(substring_index(substring_index(substring_index(substring_index(substring_index(replace(`s0`.`value`, '"', ''''), CASE `s0`.`type` WHEN 'xml' THEN ' to=''' ELSE 'to'':''' END, 2), CASE `s0`.`type` WHEN 'xml' THEN ' to=''' ELSE 'to'':''' END, -1), '''', 1), '/', 1), '@', 2), '@', -1) USING utf8mb4) COLLATE utf8mb4_nopad_bin) AND `t4`.`name` = CONVERT(substring_index(substring_index(substring_index(substring_index(substring_index(replace(`s0`.`value`, '"', ''''), CASE `s0`.`type` WHEN 'xml' THEN ' to=''' ELSE 'to'':''' END, 2), CASE `s0`.`type` WHEN 'xml' THEN ' to=''' ELSE 'to'':''' END, -1), '''', 1), '/', 1), '@', 1) USING utf8mb4) COLLATE utf8mb4_nopad_bin), 'null'), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`with`)), ''), char(31 USING utf8mb4), coalesce(
                      (SELECT concat('{"jid":', coalesce(json_quote(coalesce(
                                (SELECT CASE WHEN nullif(CAST(`t7`.`name` AS CHAR), '') IS NULL THEN CAST(`t8`.`name` AS CHAR) WHEN nullif(CAST(`t8`.`name` AS CHAR), '') IS NULL THEN CAST(`t7`.`name` AS CHAR) ELSE concat(CAST(`t7`.`name` AS CHAR), '@', CAST(`t8`.`name` AS CHAR)) END
                                FROM `anope_db_xmpphost` AS `t8`
                                WHERE `t8`.`id` = `t7`.`host`), CAST(`t7`.`name` AS CHAR), '')) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                      FROM `anope_db_xmppuser` AS `t7`
                      WHERE `t7`.`host` =
                        (SELECT `t9`.`id`
                        FROM `anope_db_xmpphost` AS `t9`
                        WHERE `t9`.`name` = CONVERT(substring_index(substring_index(`s0`.`with`, '@', 2), '@', -1) USING utf8mb4) COLLATE utf8mb4_nopad_bin) AND `t7`.`name` = CONVERT(substring_index(`s0`.`with`, '@', 1) USING utf8mb4) COLLATE utf8mb4_nopad_bin), 'null')) SEPARATOR ''), '')
            FROM `prosodyarchive` AS `s0`
            WHERE `s0`.`store_id` =
              (SELECT `t10`.`id`
              FROM `anope_db_xmppstore` AS `t10`
              WHERE `t10`.`user` = `t11`.`id` AND `t10`.`name` = %s) AND `s0`.`sort_id` <= coalesce(
                (SELECT `s1`.`sort_id`
                FROM `prosodyarchive` AS `s1`
                WHERE `s1`.`store_id` =
                  (SELECT `t12`.`id`
                  FROM `anope_db_xmppstore` AS `t12`
                  WHERE `t12`.`user` = `t11`.`id` AND `t12`.`name` = %s)
                ORDER BY `s1`.`sort_id`
                LIMIT 1 OFFSET %s), 9223372036854775807)),
            (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), '1', char(31 USING utf8mb4), `s2`.`id`, char(31 USING utf8mb4), char(31 USING utf8mb4), char(31 USING utf8mb4), char(31 USING utf8mb4), coalesce(lower(hex(`s2`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s2`.`value`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(substring_index(substring_index(substring_index(substring_index(replace(`s2`.`value`, '"', ''''), CASE `s2`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, 2), CASE `s2`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, -1), '''', 1), '/', 1))), ''), char(31 USING utf8mb4), coalesce(
                      (SELECT concat('{"jid":', coalesce(json_quote(coalesce(
                                (SELECT CASE WHEN nullif(CAST(`t13`.`name` AS CHAR), '') IS NULL THEN CAST(`t14`.`name` AS CHAR) WHEN nullif(CAST(`t14`.`name` AS CHAR), '') IS NULL THEN CAST(`t13`.`name` AS CHAR) ELSE concat(CAST(`t13`.`name` AS CHAR), '@', CAST(`t14`.`name` AS CHAR)) END
                                FROM `anope_db_xmpphost` AS `t14`
                                WHERE `t14`.`id` = `t13`.`host`), CAST(`t13`.`name` AS CHAR), '')) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                      FROM `anope_db_xmppuser` AS `t13`
                      WHERE `t13`.`host` =
                        (SELECT `t15`.`id`
                        FROM `anope_db_xmpphost` AS `t15`
                        WHERE `t15`.`name` = CONVERT(substring_index(substring_index(substring_index(substring_index(substring_index(substring_index(replace(`s2`.`value`, '"', ''''), CASE `s2`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, 2), CASE `s2`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, -1), '''', 1), '/', 1), '@', 2), '@', -1) USING utf8mb4) COLLATE utf8mb4_nopad_bin) AND `t13`.`name` = CONVERT(substring_index(substring_index(substring_index(substring_index(substring_index(replace(`s2`.`value`, '"', ''''), CASE `s2`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, 2), CASE `s2`.`type` WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, -1), '''', 1), '/', 1), '@', 1) USING utf8mb4) COLLATE utf8mb4_nopad_bin), 'null'), char(31 USING utf8mb4), coalesce(lower(hex(substring_index(substring_index(substring_index(substring_index(replace(`s2`.`value`, '"', ''''), CASE `s2`.`type` WHEN 'xml' THEN ' to=''' ELSE 'to'':''' END, 2), CASE `s2`.`type` WHEN 'xml' THEN ' to=''' ELSE 'to'':''' END, -1), '''', 1), '/', 1))), ''), char(31 USING utf8mb4), coalesce(
                      (SELECT concat('{"jid":', coalesce(json_quote(coalesce(
                                (SELECT CASE WHEN nullif(CAST(`t16`.`name` AS CHAR), '') IS NULL THEN CAST(`t17`.`name` AS CHAR) WHEN nullif(CAST(`t17`.`name` AS CHAR), '') IS NULL THEN CAST(`t16`.`name` AS CHAR) ELSE concat(CAST(`t16`.`name` AS CHAR), '@', CAST(`t17`.`name` AS CHAR)) END
                                FROM `anope_db_xmpphost` AS `t17`
                                WHERE `t17`.`id` = `t16`.`host`), CAST(`t16`.`name` AS CHAR), '')) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                      FROM `anope_db_xmppuser` AS `t16`
                      WHERE `t16`.`host` =
                        (SELECT `t18`.`id`
                        FROM `anope_db_xmpphost` AS `t18`
                        WHERE `t18`.`name` = CONVERT(substring_index(substring_index(substring_index(substring_index(substring_index(substring_index(replace(`s2`.`value`, '"', ''''), CASE `s2`.`type` WHEN 'xml' THEN ' to=''' ELSE 'to'':''' END, 2), CASE `s2`.`type` WHEN 'xml' THEN ' to=''' ELSE 'to'':''' END, -1), '''', 1), '/', 1), '@', 2), '@', -1) USING utf8mb4) COLLATE utf8mb4_nopad_bin) AND `t16`.`name` = CONVERT(substring_index(substring_index(substring_index(substring_index(substring_index(replace(`s2`.`value`, '"', ''''), CASE `s2`.`type` WHEN 'xml' THEN ' to=''' ELSE 'to'':''' END, 2), CASE `s2`.`type` WHEN 'xml' THEN ' to=''' ELSE 'to'':''' END, -1), '''', 1), '/', 1), '@', 1) USING utf8mb4) COLLATE utf8mb4_nopad_bin), 'null'), char(31 USING utf8mb4), coalesce(lower(hex(substring_index(substring_index(substring_index(substring_index(replace(`s2`.`value`, '"', ''''), CASE `s2`.`type` WHEN 'xml' THEN ' with=''' ELSE 'with'':''' END, 2), CASE `s2`.`type` WHEN 'xml' THEN ' with=''' ELSE 'with'':''' END, -1), '''', 1), '/', 1))), ''), char(31 USING utf8mb4), coalesce(
                      (SELECT concat('{"jid":', coalesce(json_quote(coalesce(
                                (SELECT CASE WHEN nullif(CAST(`t19`.`name` AS CHAR), '') IS NULL THEN CAST(`t20`.`name` AS CHAR) WHEN nullif(CAST(`t20`.`name` AS CHAR), '') IS NULL THEN CAST(`t19`.`name` AS CHAR) ELSE concat(CAST(`t19`.`name` AS CHAR), '@', CAST(`t20`.`name` AS CHAR)) END
                                FROM `anope_db_xmpphost` AS `t20`
                                WHERE `t20`.`id` = `t19`.`host`), CAST(`t19`.`name` AS CHAR), '')) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                      FROM `anope_db_xmppuser` AS `t19`
                      WHERE `t19`.`host` =
                        (SELECT `t21`.`id`
                        FROM `anope_db_xmpphost` AS `t21`
                        WHERE `t21`.`name` = CONVERT(substring_index(substring_index(substring_index(substring_index(substring_index(substring_index(replace(`s2`.`value`, '"', ''''), CASE `s2`.`type` WHEN 'xml' THEN ' with=''' ELSE 'with'':''' END, 2), CASE `s2`.`type` WHEN 'xml' THEN ' with=''' ELSE 'with'':''' END, -1), '''', 1), '/', 1), '@', 2), '@', -1) USING utf8mb4) COLLATE utf8mb4_nopad_bin) AND `t19`.`name` = CONVERT(substring_index(substring_index(substring_index(substring_index(substring_index(replace(`s2`.`value`, '"', ''''), CASE `s2`.`type` WHEN 'xml' THEN ' with=''' ELSE 'with'':''' END, 2), CASE `s2`.`type` WHEN 'xml' THEN ' with=''' ELSE 'with'':''' END, -1), '''', 1), '/', 1), '@', 1) USING utf8mb4) COLLATE utf8mb4_nopad_bin), 'null')) SEPARATOR ''), '')
            FROM `edgewise_item` AS `s2`
            WHERE `s2`.`store_id` =
              (SELECT `t22`.`id`
              FROM `anope_db_xmppstore` AS `t22`
              WHERE `t22`.`user` = `t11`.`id` AND `t22`.`name` = %s) AND `s2`.`id` <= coalesce(
                (SELECT `s3`.`id`
                FROM `edgewise_item` AS `s3`
                WHERE `s3`.`store_id` =
                  (SELECT `t23`.`id`
                  FROM `anope_db_xmppstore` AS `t23`
                  WHERE `t23`.`user` = `t11`.`id` AND `t23`.`name` = %s)
                ORDER BY `s3`.`id`
                LIMIT 1 OFFSET %s), 9223372036854775807)), char(3 USING utf8mb4), '}')
        FROM `anope_db_xmppuser` AS `t11`
        WHERE `t11`.`host` =
          (SELECT `t24`.`id`
          FROM `anope_db_xmpphost` AS `t24`
          WHERE `t24`.`name` = %s
          ORDER BY `t24`.`id`
          LIMIT 1) AND `t11`.`name` = %s
        ORDER BY `t11`.`id`
        LIMIT 1), 'null'), '}}') AS BINARY)

SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"xmppUser":', coalesce(
        (SELECT concat('{"vcard":', char(2 USING utf8mb4), '0',
            (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), coalesce(lower(hex(`t1`.`name`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s5`.`key`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s5`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s5`.`value`)), '')) SEPARATOR ''), '')
            FROM `anope_db_xmppstore` AS `t1` CROSS JOIN `prosody` AS `s5`
            WHERE `s5`.`store_id` = `t1`.`id` AND `t1`.`user` = `t2`.`id` AND `t1`.`name` = %s), CASE WHEN EXISTS
            (SELECT 1
            FROM `anope_db_xmppstore` AS `t3` CROSS JOIN `prosody` AS `s0`
            WHERE `s0`.`store_id` = `t3`.`id` AND `t3`.`user` = `t2`.`id` AND `t3`.`name` = %s) THEN '' ELSE concat(
              (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), '0', char(31 USING utf8mb4), `s1`.`sort_id`, char(31 USING utf8mb4), `s1`.`when`, char(31 USING utf8mb4), coalesce(lower(hex(`s1`.`key`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s1`.`with`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s1`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s1`.`value`)), '')) SEPARATOR ''), '')
              FROM `prosodyarchive` AS `s1`
              WHERE `s1`.`store_id` =
                (SELECT `t4`.`id`
                FROM `anope_db_xmppstore` AS `t4`
                WHERE `t4`.`user` = `t2`.`id` AND `t4`.`name` = %s) AND `s1`.`sort_id` <= coalesce(
                  (SELECT `s2`.`sort_id`
                  FROM `prosodyarchive` AS `s2`
                  WHERE `s2`.`store_id` =
                    (SELECT `t5`.`id`
                    FROM `anope_db_xmppstore` AS `t5`
                    WHERE `t5`.`user` = `t2`.`id` AND `t5`.`name` = %s)
                  ORDER BY `s2`.`sort_id`
                  LIMIT 1 OFFSET 999), 9223372036854775807)),
              (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), '1', char(31 USING utf8mb4), `s3`.`id`, char(31 USING utf8mb4), char(31 USING utf8mb4), char(31 USING utf8mb4), char(31 USING utf8mb4), coalesce(lower(hex(`s3`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s3`.`value`)), '')) SEPARATOR ''), '')
              FROM `edgewise_item` AS `s3`
              WHERE `s3`.`store_id` =
                (SELECT `t6`.`id`
                FROM `anope_db_xmppstore` AS `t6`
                WHERE `t6`.`user` = `t2`.`id` AND `t6`.`name` = %s) AND `s3`.`id` <= coalesce(
                  (SELECT `s4`.`id`
                  FROM `edgewise_item` AS `s4`
                  WHERE `s4`.`store_id` =
                    (SELECT `t7`.`id`
                    FROM `anope_db_xmppstore` AS `t7`
                    WHERE `t7`.`user` = `t2`.`id` AND `t7`.`name` = %s)
                  ORDER BY `s4`.`id`
                  LIMIT 1 OFFSET 999), 9223372036854775807))) END, char(3 USING utf8mb4), ',"details":', char(2 USING utf8mb4), '1',
            (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), coalesce(lower(hex(`t8`.`name`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s11`.`key`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s11`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s11`.`value`)), '')) SEPARATOR ''), '')
            FROM `anope_db_xmppstore` AS `t8` CROSS JOIN `prosody` AS `s11`
            WHERE `s11`.`store_id` = `t8`.`id` AND `t8`.`user` = `t2`.`id` AND `t8`.`name` = %s), CASE WHEN EXISTS
            (SELECT 1
            FROM `anope_db_xmppstore` AS `t9` CROSS JOIN `prosody` AS `s6`
            WHERE `s6`.`store_id` = `t9`.`id` AND `t9`.`user` = `t2`.`id` AND `t9`.`name` = %s) THEN '' ELSE concat(
              (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), '0', char(31 USING utf8mb4), `s7`.`sort_id`, char(31 USING utf8mb4), `s7`.`when`, char(31 USING utf8mb4), coalesce(lower(hex(`s7`.`key`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s7`.`with`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s7`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s7`.`value`)), '')) SEPARATOR ''), '')
              FROM `prosodyarchive` AS `s7`
              WHERE `s7`.`store_id` =
                (SELECT `t10`.`id`
                FROM `anope_db_xmppstore` AS `t10`
                WHERE `t10`.`user` = `t2`.`id` AND `t10`.`name` = %s) AND `s7`.`sort_id` <= coalesce(
                  (SELECT `s8`.`sort_id`
                  FROM `prosodyarchive` AS `s8`
                  WHERE `s8`.`store_id` =
                    (SELECT `t11`.`id`
                    FROM `anope_db_xmppstore` AS `t11`
                    WHERE `t11`.`user` = `t2`.`id` AND `t11`.`name` = %s)
                  ORDER BY `s8`.`sort_id`
                  LIMIT 1 OFFSET 999), 9223372036854775807)),
              (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), '1', char(31 USING utf8mb4), `s9`.`id`, char(31 USING utf8mb4), char(31 USING utf8mb4), char(31 USING utf8mb4), char(31 USING utf8mb4), coalesce(lower(hex(`s9`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s9`.`value`)), '')) SEPARATOR ''), '')
              FROM `edgewise_item` AS `s9`
              WHERE `s9`.`store_id` =
                (SELECT `t12`.`id`
                FROM `anope_db_xmppstore` AS `t12`
                WHERE `t12`.`user` = `t2`.`id` AND `t12`.`name` = %s) AND `s9`.`id` <= coalesce(
                  (SELECT `s10`.`id`
                  FROM `edgewise_item` AS `s10`
                  WHERE `s10`.`store_id` =
                    (SELECT `t13`.`id`
                    FROM `anope_db_xmppstore` AS `t13`
                    WHERE `t13`.`user` = `t2`.`id` AND `t13`.`name` = %s)
                  ORDER BY `s10`.`id`
                  LIMIT 1 OFFSET 999), 9223372036854775807))) END, char(3 USING utf8mb4), ',"secret":null,"missing":', char(2 USING utf8mb4), '2',
            (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), coalesce(lower(hex(`t14`.`name`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s17`.`key`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s17`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s17`.`value`)), '')) SEPARATOR ''), '')
            FROM `anope_db_xmppstore` AS `t14` CROSS JOIN `prosody` AS `s17`
            WHERE `s17`.`store_id` = `t14`.`id` AND `t14`.`user` = `t2`.`id` AND `t14`.`name` = %s), CASE WHEN EXISTS
            (SELECT 1
            FROM `anope_db_xmppstore` AS `t15` CROSS JOIN `prosody` AS `s12`
            WHERE `s12`.`store_id` = `t15`.`id` AND `t15`.`user` = `t2`.`id` AND `t15`.`name` = %s) THEN '' ELSE concat(
              (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), '0', char(31 USING utf8mb4), `s13`.`sort_id`, char(31 USING utf8mb4), `s13`.`when`, char(31 USING utf8mb4), coalesce(lower(hex(`s13`.`key`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s13`.`with`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s13`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s13`.`value`)), '')) SEPARATOR ''), '')
              FROM `prosodyarchive` AS `s13`
              WHERE `s13`.`store_id` =
                (SELECT `t16`.`id`
                FROM `anope_db_xmppstore` AS `t16`
                WHERE `t16`.`user` = `t2`.`id` AND `t16`.`name` = %s) AND `s13`.`sort_id` <= coalesce(
                  (SELECT `s14`.`sort_id`
                  FROM `prosodyarchive` AS `s14`
                  WHERE `s14`.`store_id` =
                    (SELECT `t17`.`id`
                    FROM `anope_db_xmppstore` AS `t17`
                    WHERE `t17`.`user` = `t2`.`id` AND `t17`.`name` = %s)
                  ORDER BY `s14`.`sort_id`
                  LIMIT 1 OFFSET 999), 9223372036854775807)),
              (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), '1', char(31 USING utf8mb4), `s15`.`id`, char(31 USING utf8mb4), char(31 USING utf8mb4), char(31 USING utf8mb4), char(31 USING utf8mb4), coalesce(lower(hex(`s15`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s15`.`value`)), '')) SEPARATOR ''), '')
              FROM `edgewise_item` AS `s15`
              WHERE `s15`.`store_id` =
                (SELECT `t18`.`id`
                FROM `anope_db_xmppstore` AS `t18`
                WHERE `t18`.`user` = `t2`.`id` AND `t18`.`name` = %s) AND `s15`.`id` <= coalesce(
                  (SELECT `s16`.`id`
                  FROM `edgewise_item` AS `s16`
                  WHERE `s16`.`store_id` =
                    (SELECT `t19`.`id`
                    FROM `anope_db_xmppstore` AS `t19`
                    WHERE `t19`.`user` = `t2`.`id` AND `t19`.`name` = %s)
                  ORDER BY `s16`.`id`
                  LIMIT 1 OFFSET 999), 9223372036854775807))) END, char(3 USING utf8mb4), ',"stores":',
            (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"name":', coalesce(json_quote(CAST(`t20`.`name` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                  ORDER BY `t20`.`edgewise_xmppstore_name_ascii` ASC, `t20`.`id` ASC SEPARATOR ','
                  LIMIT %s), ''), ']}')
            FROM `anope_db_xmppstore` AS `t20`
            WHERE `t20`.`user` = `t2`.`id`), '}')
        FROM `anope_db_xmppuser` AS `t2`
        WHERE `t2`.`host` =
          (SELECT `t21`.`id`
          FROM `anope_db_xmpphost` AS `t21`
          WHERE `t21`.`name` = %s
          ORDER BY `t21`.`id`
          LIMIT 1) AND `t2`.`name` = %s
        ORDER BY `t2`.`id`
        LIMIT 1), 'null'), '}}') AS BINARY)

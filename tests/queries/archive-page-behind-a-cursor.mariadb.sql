SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"xmppUser":', coalesce(
        (SELECT concat('{"archive":', char(2 USING utf8mb4), '0', char(31 USING utf8mb4), '1',
            (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), '0', char(31 USING utf8mb4), `s0`.`sort_id`, char(31 USING utf8mb4), `s0`.`when`, char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`key`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`with`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`value`)), '')) SEPARATOR ''), '')
            FROM `prosodyarchive` AS `s0`
            WHERE `s0`.`store_id` =
              (SELECT `t1`.`id`
              FROM `anope_db_xmppstore` AS `t1`
              WHERE `t1`.`user` = `t2`.`id` AND `t1`.`name` = %s) AND `s0`.`sort_id` > %s AND `s0`.`sort_id` <= coalesce(
                (SELECT `s1`.`sort_id`
                FROM `prosodyarchive` AS `s1`
                WHERE `s1`.`store_id` =
                  (SELECT `t3`.`id`
                  FROM `anope_db_xmppstore` AS `t3`
                  WHERE `t3`.`user` = `t2`.`id` AND `t3`.`name` = %s) AND `s1`.`sort_id` > %s
                ORDER BY `s1`.`sort_id`
                LIMIT 1 OFFSET %s), 9223372036854775807)),
            (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), '1', char(31 USING utf8mb4), `s2`.`id`, char(31 USING utf8mb4), char(31 USING utf8mb4), char(31 USING utf8mb4), char(31 USING utf8mb4), coalesce(lower(hex(`s2`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s2`.`value`)), '')) SEPARATOR ''), '')
            FROM `edgewise_item` AS `s2`
            WHERE `s2`.`store_id` =
              (SELECT `t4`.`id`
              FROM `anope_db_xmppstore` AS `t4`
              WHERE `t4`.`user` = `t2`.`id` AND `t4`.`name` = %s) AND `s2`.`id` <= coalesce(
                (SELECT `s3`.`id`
                FROM `edgewise_item` AS `s3`
                WHERE `s3`.`store_id` =
                  (SELECT `t5`.`id`
                  FROM `anope_db_xmppstore` AS `t5`
                  WHERE `t5`.`user` = `t2`.`id` AND `t5`.`name` = %s)
                ORDER BY `s3`.`id`
                LIMIT 1 OFFSET %s), 9223372036854775807)), char(3 USING utf8mb4), '}')
        FROM `anope_db_xmppuser` AS `t2`
        WHERE `t2`.`host` =
          (SELECT `t6`.`id`
          FROM `anope_db_xmpphost` AS `t6`
          WHERE `t6`.`name` = %s
          ORDER BY `t6`.`id`
          LIMIT 1) AND `t2`.`name` = %s
        ORDER BY `t2`.`id`
        LIMIT 1), 'null'), '}}') AS BINARY)

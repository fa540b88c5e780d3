SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"account":', coalesce(
        (SELECT concat('{"greet":', coalesce(json_quote(CAST(`t1`.`greet` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
        FROM `anope_db_account` AS `t1`
        WHERE ((`t1`.`edgewise_account_display_ascii` = left(%s, 191)) AND (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`t1`.`display`, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z') = %s))
        ORDER BY `t1`.`id`
        LIMIT 1), 'null'), ',"xmppUser":', coalesce(
        (SELECT concat('{"archive":', char(2 USING utf8mb4), '0', char(31 USING utf8mb4), '1',
            (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), '0', char(31 USING utf8mb4), `s0`.`sort_id`, char(31 USING utf8mb4), `s0`.`when`, char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`key`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`with`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`value`)), '')) SEPARATOR ''), '')
            FROM `prosodyarchive` AS `s0`
            WHERE `s0`.`store_id` =
              (SELECT `t2`.`id`
              FROM `anope_db_xmppstore` AS `t2`
              WHERE `t2`.`user` = `t3`.`id` AND `t2`.`name` = %s) AND `s0`.`sort_id` >= coalesce(
                (SELECT `s1`.`sort_id`
                FROM `prosodyarchive` AS `s1`
                WHERE `s1`.`store_id` =
                  (SELECT `t4`.`id`
                  FROM `anope_db_xmppstore` AS `t4`
                  WHERE `t4`.`user` = `t3`.`id` AND `t4`.`name` = %s)
                ORDER BY `s1`.`sort_id` DESC
                LIMIT 1 OFFSET %s), 0)),
            (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), '1', char(31 USING utf8mb4), `s2`.`id`, char(31 USING utf8mb4), char(31 USING utf8mb4), char(31 USING utf8mb4), char(31 USING utf8mb4), coalesce(lower(hex(`s2`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s2`.`value`)), '')) SEPARATOR ''), '')
            FROM `edgewise_item` AS `s2`
            WHERE `s2`.`store_id` =
              (SELECT `t5`.`id`
              FROM `anope_db_xmppstore` AS `t5`
              WHERE `t5`.`user` = `t3`.`id` AND `t5`.`name` = %s) AND `s2`.`id` >= coalesce(
                (SELECT `s3`.`id`
                FROM `edgewise_item` AS `s3`
                WHERE `s3`.`store_id` =
                  (SELECT `t6`.`id`
                  FROM `anope_db_xmppstore` AS `t6`
                  WHERE `t6`.`user` = `t3`.`id` AND `t6`.`name` = %s)
                ORDER BY `s3`.`id` DESC
                LIMIT 1 OFFSET %s), 0)), char(3 USING utf8mb4), '}')
        FROM `anope_db_xmppuser` AS `t3`
        WHERE `t3`.`host` =
          (SELECT `t7`.`id`
          FROM `anope_db_xmpphost` AS `t7`
          WHERE `t7`.`name` = %s
          ORDER BY `t7`.`id`
          LIMIT 1) AND `t3`.`name` = %s
        ORDER BY `t3`.`id`
        LIMIT 1), 'null'), '}}') AS BINARY)

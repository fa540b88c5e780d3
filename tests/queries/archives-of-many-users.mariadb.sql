SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"xmppUsers":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"jid":', coalesce(json_quote(coalesce(
                      (SELECT CASE WHEN nullif(CAST(`t1`.`name` AS CHAR), '') IS NULL THEN CAST(`t2`.`name` AS CHAR) WHEN nullif(CAST(`t2`.`name` AS CHAR), '') IS NULL THEN CAST(`t1`.`name` AS CHAR) ELSE concat(CAST(`t1`.`name` AS CHAR), '@', CAST(`t2`.`name` AS CHAR)) END
                      FROM `anope_db_xmpphost` AS `t2`
                      WHERE `t2`.`id` = `t1`.`host`), CAST(`t1`.`name` AS CHAR), '')) COLLATE utf8mb4_nopad_bin, 'null'), ',"archive":', char(2 USING utf8mb4), '0', char(31 USING utf8mb4), '1',
                (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), '0', char(31 USING utf8mb4), `s0`.`sort_id`, char(31 USING utf8mb4), `s0`.`when`, char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`key`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`with`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`value`)), '')) SEPARATOR ''), '')
                FROM `prosodyarchive` AS `s0`
                WHERE `s0`.`store_id` =
                  (SELECT `t3`.`id`
                  FROM `anope_db_xmppstore` AS `t3`
                  WHERE `t3`.`user` = `t1`.`id` AND `t3`.`name` = %s) AND `s0`.`sort_id` >= coalesce(
                    (SELECT `s1`.`sort_id`
                    FROM `prosodyarchive` AS `s1`
                    WHERE `s1`.`store_id` =
                      (SELECT `t4`.`id`
                      FROM `anope_db_xmppstore` AS `t4`
                      WHERE `t4`.`user` = `t1`.`id` AND `t4`.`name` = %s)
                    ORDER BY `s1`.`sort_id` DESC
                    LIMIT 1 OFFSET %s), 0)),
                (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), '1', char(31 USING utf8mb4), `s2`.`id`, char(31 USING utf8mb4), char(31 USING utf8mb4), char(31 USING utf8mb4), char(31 USING utf8mb4), coalesce(lower(hex(`s2`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s2`.`value`)), '')) SEPARATOR ''), '')
                FROM `edgewise_item` AS `s2`
                WHERE `s2`.`store_id` =
                  (SELECT `t5`.`id`
                  FROM `anope_db_xmppstore` AS `t5`
                  WHERE `t5`.`user` = `t1`.`id` AND `t5`.`name` = %s) AND `s2`.`id` >= coalesce(
                    (SELECT `s3`.`id`
                    FROM `edgewise_item` AS `s3`
                    WHERE `s3`.`store_id` =
                      (SELECT `t6`.`id`
                      FROM `anope_db_xmppstore` AS `t6`
                      WHERE `t6`.`user` = `t1`.`id` AND `t6`.`name` = %s)
                    ORDER BY `s3`.`id` DESC
                    LIMIT 1 OFFSET %s), 0)), char(3 USING utf8mb4), '}')
            ORDER BY `t1`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_xmppuser` AS `t1`), '}}') AS BINARY)

SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"xmppStore":', coalesce(
        (SELECT concat('{"name":', coalesce(json_quote(CAST(`t1`.`name` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"user":', coalesce(
              (SELECT concat('{"jid":', coalesce(json_quote(coalesce(
                        (SELECT CASE WHEN nullif(CAST(`t2`.`name` AS CHAR), '') IS NULL THEN CAST(`t3`.`name` AS CHAR) WHEN nullif(CAST(`t3`.`name` AS CHAR), '') IS NULL THEN CAST(`t2`.`name` AS CHAR) ELSE concat(CAST(`t2`.`name` AS CHAR), '@', CAST(`t3`.`name` AS CHAR)) END
                        FROM `anope_db_xmpphost` AS `t3`
                        WHERE `t3`.`id` = `t2`.`host`), CAST(`t2`.`name` AS CHAR), '')) COLLATE utf8mb4_nopad_bin, 'null'), '}')
              FROM `anope_db_xmppuser` AS `t2`
              WHERE `t2`.`id` = `t1`.`user`), 'null'), '}')
        FROM `anope_db_xmppstore` AS `t1`
        WHERE `t1`.`user` =
          (SELECT `t4`.`id`
          FROM `anope_db_xmppuser` AS `t4`
          WHERE `t4`.`host` =
            (SELECT `t5`.`id`
            FROM `anope_db_xmpphost` AS `t5`
            WHERE `t5`.`name` = %s
            ORDER BY `t5`.`id`
            LIMIT 1) AND `t4`.`name` = %s
          ORDER BY `t4`.`id`
          LIMIT 1) AND `t1`.`name` = %s
        ORDER BY `t1`.`id`
        LIMIT 1), 'null'), '}}') AS BINARY)

SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"xmppUsers":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"jid":', coalesce(json_quote(coalesce(
                      (SELECT CASE WHEN nullif(CAST(`t1`.`name` AS CHAR), '') IS NULL THEN CAST(`t2`.`name` AS CHAR) WHEN nullif(CAST(`t2`.`name` AS CHAR), '') IS NULL THEN CAST(`t1`.`name` AS CHAR) ELSE concat(CAST(`t1`.`name` AS CHAR), '@', CAST(`t2`.`name` AS CHAR)) END
                      FROM `anope_db_xmpphost` AS `t2`
                      WHERE `t2`.`id` = `t1`.`host`), CAST(`t1`.`name` AS CHAR), '')) COLLATE utf8mb4_nopad_bin, 'null'), ',"roster":', char(2 USING utf8mb4), '0', char(31 USING utf8mb4),
                (SELECT coalesce(group_concat(concat(char(30 USING utf8mb4), coalesce(lower(hex(`t3`.`name`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`key`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`type`)), ''), char(31 USING utf8mb4), coalesce(lower(hex(`s0`.`value`)), '')) SEPARATOR ''), '')
                FROM `anope_db_xmppstore` AS `t3` CROSS JOIN `prosody` AS `s0`
                WHERE `s0`.`store_id` = `t3`.`id` AND `t3`.`user` = `t1`.`id` AND `t3`.`name` = %s), char(3 USING utf8mb4), '}')
            ORDER BY `t1`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_xmppuser` AS `t1`
      WHERE `t1`.`host` IN
        (SELECT `t4`.`id`
        FROM `anope_db_xmpphost` AS `t4`
        WHERE (`t4`.`edgewise_xmpphost_name_ascii` = left(%s, 191) AND replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`t4`.`name`, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z') = %s))), '}}') AS BINARY)

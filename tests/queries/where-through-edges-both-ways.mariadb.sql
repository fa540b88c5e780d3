SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"channels":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"name":', coalesce(json_quote(CAST(`t1`.`name` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
            ORDER BY `t1`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_channel` AS `t1`
      WHERE `t1`.`founder` IN
        (SELECT `t2`.`id`
        FROM `anope_db_account` AS `t2`
        WHERE `t2`.`id` IN
          (SELECT `t3`.`nc`
          FROM `anope_db_nick` AS `t3`
          WHERE `t3`.`nc` IN
            (SELECT `t4`.`id`
            FROM `anope_db_account` AS `t4`
            WHERE (`t4`.`edgewise_account_display_ascii` = left(%s, 191) AND replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`t4`.`display`, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z') = %s))))), '}}') AS BINARY)

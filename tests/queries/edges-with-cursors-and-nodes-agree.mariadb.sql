SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"bots":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"nick":', coalesce(json_quote(CAST(`t1`.`nick` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
            ORDER BY `t1`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), '],"edges":[', coalesce(group_concat(concat('{"cursor":"', concat('a38e68104e7294e7.', coalesce(`t1`.`id`, '')), '","node":', concat('{"nick":', coalesce(json_quote(CAST(`t1`.`nick` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}'), '}')
            ORDER BY `t1`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_botinfo` AS `t1`), '}}') AS BINARY)

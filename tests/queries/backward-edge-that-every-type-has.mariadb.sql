SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"nodes":[',
      (SELECT coalesce(group_concat(p.j
          ORDER BY p.n SEPARATOR ','), '')
      FROM
        (SELECT coalesce(CASE w.kind WHEN 0 THEN
            (SELECT concat('{"__typename":"Account","memoInfos":',
                (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"memoMax":', CASE WHEN `t1`.`memomax` BETWEEN -2147483648 AND 2147483647 THEN `t1`.`memomax` ELSE 'null' END, '}')
                      ORDER BY `t1`.`id` ASC SEPARATOR ','
                      LIMIT %s), ''), ']}')
                FROM `anope_db_memoinfo` AS `t1`
                WHERE `t1`.`owner` = `t2`.`id`), ',"vhosts":', concat(
                  (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"host":', coalesce(json_quote(CAST(`t3`.`vhost` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                        ORDER BY `t3`.`id` ASC SEPARATOR ','
                        LIMIT %s), ''), '],"totalCount":')
                  FROM `anope_db_vhost` AS `t3`
                  WHERE `t3`.`owner` = `t2`.`id`),
                  (SELECT COUNT(*)
                  FROM `anope_db_vhost` AS `t4`
                  WHERE `t4`.`owner` = `t2`.`id`), '}'), '}')
            FROM `anope_db_account` AS `t2`
            WHERE `t2`.`id` = w.id) WHEN 1 THEN
            (SELECT concat('{"__typename":"Channel","memoInfos":',
                (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"memoMax":', CASE WHEN `t5`.`memomax` BETWEEN -2147483648 AND 2147483647 THEN `t5`.`memomax` ELSE 'null' END, '}')
                      ORDER BY `t5`.`id` ASC SEPARATOR ','
                      LIMIT %s), ''), ']}')
                FROM `anope_db_memoinfo` AS `t5`
                WHERE `t5`.`owner` = `t6`.`id`), ',"vhosts":', concat(
                  (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"host":', coalesce(json_quote(CAST(`t7`.`vhost` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                        ORDER BY `t7`.`id` ASC SEPARATOR ','
                        LIMIT %s), ''), '],"totalCount":')
                  FROM `anope_db_vhost` AS `t7`
                  WHERE `t7`.`owner` = `t6`.`id`),
                  (SELECT COUNT(*)
                  FROM `anope_db_vhost` AS `t8`
                  WHERE `t8`.`owner` = `t6`.`id`), '}'), '}')
            FROM `anope_db_channel` AS `t6`
            WHERE `t6`.`id` = w.id) WHEN 2 THEN
            (SELECT concat('{"__typename":"Nick","memoInfos":',
                (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"memoMax":', CASE WHEN `t9`.`memomax` BETWEEN -2147483648 AND 2147483647 THEN `t9`.`memomax` ELSE 'null' END, '}')
                      ORDER BY `t9`.`id` ASC SEPARATOR ','
                      LIMIT %s), ''), ']}')
                FROM `anope_db_memoinfo` AS `t9`
                WHERE `t9`.`owner` = `t10`.`id`), ',"vhosts":', concat(
                  (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"host":', coalesce(json_quote(CAST(`t11`.`vhost` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
                        ORDER BY `t11`.`id` ASC SEPARATOR ','
                        LIMIT %s), ''), '],"totalCount":')
                  FROM `anope_db_vhost` AS `t11`
                  WHERE `t11`.`owner` = `t10`.`id`),
                  (SELECT COUNT(*)
                  FROM `anope_db_vhost` AS `t12`
                  WHERE `t12`.`owner` = `t10`.`id`), '}'), '}')
            FROM `anope_db_nick` AS `t10`
            WHERE `t10`.`id` = w.id) END, 'null') AS j, w.place AS n FROM json_table(%s, '$[*]' COLUMNS (place FOR ORDINALITY, kind INTEGER PATH '$[0]', id BIGINT PATH '$[1]')) AS w
        ORDER BY w.place) AS p), ']}}') AS BINARY)

SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"bots":', concat(
        (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"nick":', coalesce(json_quote(CAST(`t1`.`nick` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"operOnly":', CASE WHEN `t1`.`operonly` <> 0 THEN 'true' ELSE 'false' END, '}')
              ORDER BY `t1`.`id` ASC SEPARATOR ','
              LIMIT %s), ''), '],"totalCount":')
        FROM `anope_db_botinfo` AS `t1`),
        (SELECT COUNT(*)
        FROM `anope_db_botinfo` AS `t2`), '}'), '}}') AS BINARY)

SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"nodes":[',
      (SELECT coalesce(group_concat(p.j
          ORDER BY p.n SEPARATOR ','), '')
      FROM
        (SELECT coalesce(CASE w.kind WHEN 0 THEN
            (SELECT concat('{"__typename":"Account","display":', coalesce(json_quote(CAST(`t1`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
            FROM `anope_db_account` AS `t1`
            WHERE `t1`.`id` = w.id) WHEN 1 THEN
            (SELECT concat('{"__typename":"Bot","nick":', coalesce(json_quote(CAST(`t2`.`nick` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
            FROM `anope_db_botinfo` AS `t2`
            WHERE `t2`.`id` = w.id) WHEN 2 THEN
            (SELECT '{"__typename":"Memo"}'
            FROM `anope_db_memo` AS `t3`
            WHERE `t3`.`id` = w.id) END, 'null') AS j, w.place AS n FROM json_table(%s, '$[*]' COLUMNS (place FOR ORDINALITY, kind INTEGER PATH '$[0]', id BIGINT PATH '$[1]')) AS w
        ORDER BY w.place) AS p), ']}}') AS BINARY)

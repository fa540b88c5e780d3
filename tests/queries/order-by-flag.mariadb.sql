SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"modeLocks":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"set":', CASE WHEN `t1`.`set` <> 0 THEN 'true' ELSE 'false' END, ',"name":', coalesce(json_quote(CAST(`t1`.`name` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
            ORDER BY CASE WHEN `t1`.`set` <> 0 THEN 1 ELSE 0 END ASC, left(CONVERT(`t1`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin, 191) IS NULL DESC, left(CONVERT(`t1`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin, 191) ASC, `t1`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_modelock` AS `t1`), '}}') AS BINARY)

SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"channels":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"name":', coalesce(json_quote(CAST(`t1`.`name` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"private":', CASE WHEN `t1`.`CS_PRIVATE` <> 0 THEN 'true' ELSE 'false' END, '}')
            ORDER BY `t1`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_channel` AS `t1`
      WHERE (`t1`.`CS_PRIVATE` <> 0) IS NOT TRUE), '}}') AS BINARY)

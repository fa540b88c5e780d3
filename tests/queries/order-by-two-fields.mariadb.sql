SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"accessChanAccesses":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"level":', CASE WHEN `t1`.`level` BETWEEN -2147483648 AND 2147483647 THEN `t1`.`level` ELSE 'null' END, ',"mask":', coalesce(json_quote(CAST(`t1`.`mask` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
            ORDER BY `t1`.`level` IS NULL ASC, `t1`.`level` DESC, left(CONVERT(`t1`.`mask` USING utf8mb4) COLLATE utf8mb4_nopad_bin, 191) IS NULL DESC, left(CONVERT(`t1`.`mask` USING utf8mb4) COLLATE utf8mb4_nopad_bin, 191) ASC, `t1`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_accesschanaccess` AS `t1`), '}}') AS BINARY)

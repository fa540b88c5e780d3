SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"accounts":', concat(
        (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"display":', coalesce(json_quote(CAST(`t1`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
              ORDER BY `t1`.`id` ASC SEPARATOR ','
              LIMIT %s), ''), '],"pageInfo":{"hasNextPage":', CASE WHEN count(*) > %s THEN 'true' ELSE 'false' END, ',"hasPreviousPage":false},"totalCount":')
        FROM `anope_db_account` AS `t1`),
        (SELECT COUNT(*)
        FROM `anope_db_account` AS `t2`), '}'), '}}') AS BINARY)

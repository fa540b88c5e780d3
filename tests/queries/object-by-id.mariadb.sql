SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"account":', coalesce(
        (SELECT concat('{"id":"account:', `t1`.`id`, '","display":', coalesce(json_quote(CAST(`t1`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"email":', coalesce(json_quote(CAST(`t1`.`email` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
        FROM `anope_db_account` AS `t1`
        WHERE `t1`.`id` = %s), 'null'), '}}') AS BINARY)

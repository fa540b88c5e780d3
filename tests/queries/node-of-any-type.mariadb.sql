SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"node":', coalesce(
        (SELECT concat('{"__typename":"Account","id":"account:', `t1`.`id`, '","display":', coalesce(json_quote(CAST(`t1`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
        FROM `anope_db_account` AS `t1`
        WHERE `t1`.`id` = %s), 'null'), ',"other":', coalesce(
        (SELECT concat('{"__typename":"Channel","id":"channel:', `t2`.`id`, '","name":', coalesce(json_quote(CAST(`t2`.`name` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}')
        FROM `anope_db_channel` AS `t2`
        WHERE `t2`.`id` = %s), 'null'), '}}') AS BINARY)

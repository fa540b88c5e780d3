SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"node":', coalesce(
        (SELECT concat('{"id":"channel:', `t1`.`id`, '","__typename":"Channel"}')
        FROM `anope_db_channel` AS `t1`
        WHERE `t1`.`id` = %s), 'null'), '}}') AS BINARY)

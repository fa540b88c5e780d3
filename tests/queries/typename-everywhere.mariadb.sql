SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"__typename":"Query","accounts":',
      (SELECT concat('{"__typename":"AccountConnection","pageInfo":{"__typename":"PageInfo"},"edges":[', coalesce(group_concat(concat('{"__typename":"AccountEdge","node":', concat('{"__typename":"Account","kind":"Account","nicks":',
                  (SELECT concat('{"nodes":[', coalesce(group_concat('{"__typename":"Nick"}'
                        ORDER BY `t1`.`id` ASC SEPARATOR ','
                        LIMIT %s), ''), ']}')
                  FROM `anope_db_nick` AS `t1`
                  WHERE `t1`.`nc` = `t2`.`id`), '}'), '}')
            ORDER BY `t2`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_account` AS `t2`), '}}') AS BINARY)

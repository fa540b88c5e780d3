SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"nicks":{"totalCount":',
      (SELECT COUNT(*)
      FROM `anope_db_nick` AS `t1`), '}}}') AS BINARY)

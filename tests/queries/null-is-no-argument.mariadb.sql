SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"accounts":{"totalCount":',
      (SELECT COUNT(*)
      FROM `anope_db_account` AS `t1`), ',"pageInfo":{"hasPreviousPage":false}}}}') AS BINARY)

SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"nicks":',
      (SELECT concat('{"edges":[', coalesce(group_concat(CASE WHEN `p`.`n` <= %s THEN `p`.`j0` END
            ORDER BY `p`.`n` DESC SEPARATOR ','), ''), ']}')
      FROM
        (SELECT `q`.`j0`, `q`.`c`, row_number() OVER (ORDER BY `q`.`k0` ASC, `q`.`k1` DESC) AS `n`, count(*) OVER () AS `m`
        FROM
          (SELECT concat('{"cursor":"', concat('df79c8b4d49a2c45.', coalesce(concat('x', lower(hex(`t1`.`edgewise_nick_nick_ascii`))), ''), '.', coalesce(`t1`.`id`, '')), '"}') AS `j0`, concat('df79c8b4d49a2c45.', coalesce(concat('x', lower(hex(`t1`.`edgewise_nick_nick_ascii`))), ''), '.', coalesce(`t1`.`id`, '')) AS `c`, `t1`.`edgewise_nick_nick_ascii` AS `k0`, `t1`.`id` AS `k1`, `t1`.`nick` AS `b0`
          FROM `anope_db_nick` AS `t1`
          WHERE `t1`.`edgewise_nick_nick_ascii` >= %s AND (`t1`.`edgewise_nick_nick_ascii` > %s OR (`t1`.`edgewise_nick_nick_ascii` = %s AND `t1`.`id` < %s))
          ORDER BY `t1`.`edgewise_nick_nick_ascii` ASC, `t1`.`id` DESC
          LIMIT %s) AS `q`) AS `p`), '}}') AS BINARY)

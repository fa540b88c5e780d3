SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"accounts":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(CASE WHEN `p`.`n` <= %s THEN `p`.`j0` END
            ORDER BY `p`.`n` DESC SEPARATOR ','), ''), '],"pageInfo":{"hasNextPage":false,"hasPreviousPage":', CASE WHEN max(`p`.`m`) > %s THEN 'true' ELSE 'false' END, '}}')
      FROM
        (SELECT `q`.`j0`, `q`.`c`, row_number() OVER (ORDER BY `q`.`k0` DESC, `q`.`k1` DESC) AS `n`, count(*) OVER () AS `m`
        FROM
          (SELECT concat('{"display":', coalesce(json_quote(CAST(`t1`.`display` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), '}') AS `j0`, concat('55f6f57ce5fb0dc9.', coalesce(concat('x', lower(hex(`t1`.`edgewise_account_display_ascii`))), ''), '.', coalesce(`t1`.`id`, '')) AS `c`, `t1`.`edgewise_account_display_ascii` AS `k0`, `t1`.`id` AS `k1`, `t1`.`display` AS `b0`
          FROM `anope_db_account` AS `t1`
          ORDER BY `t1`.`edgewise_account_display_ascii` DESC, `t1`.`id` DESC
          LIMIT %s) AS `q`) AS `p`), '}}') AS BINARY)

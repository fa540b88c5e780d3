SELECT CAST((concat('{"data":{"nodes":[',
        (SELECT coalesce(group_concat(p.j, ','), '')
        FROM
          (SELECT coalesce(CASE json_extract(w.value, '$[0]') WHEN 0 THEN
              (SELECT json_object('__typename', 'Account', 'display', CAST("t1"."display" AS TEXT))
              FROM "anope_db_account" AS "t1"
              WHERE "t1"."id" = json_extract(w.value, '$[1]')) WHEN 1 THEN
              (SELECT json_object('__typename', 'Bot', 'nick', CAST("t2"."nick" AS TEXT))
              FROM "anope_db_botinfo" AS "t2"
              WHERE "t2"."id" = json_extract(w.value, '$[1]')) WHEN 2 THEN
              (SELECT (concat('{"__typename":"Memo"}'))
              FROM "anope_db_memo" AS "t3"
              WHERE "t3"."id" = json_extract(w.value, '$[1]')) END, 'null') AS j, w.key AS n FROM json_each(?) AS w
          ORDER BY w.key) AS p), ']}}')) AS BLOB)

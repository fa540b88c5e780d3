SELECT CAST((concat('{"data":{"account":', coalesce(
          (SELECT (concat('{"id":"account:', "t1"."id", '","display":', json_quote(CAST("t1"."display" AS TEXT)), ',"email":', json_quote(CAST("t1"."email" AS TEXT)), '}'))
          FROM "anope_db_account" AS "t1"
          WHERE "t1"."id" = ?), 'null'), '}}')) AS BLOB)

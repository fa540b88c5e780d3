SELECT CAST((concat('{"data":{"account":', coalesce(
          (SELECT json_object('id', ('account:' || "t1"."id"), 'display', CAST("t1"."display" AS TEXT), 'email', CAST("t1"."email" AS TEXT))
          FROM "anope_db_account" AS "t1"
          WHERE "t1"."id" = ?), 'null'), '}}')) AS BLOB)

SELECT CAST((concat('{"data":{"node":', coalesce(
          (SELECT json_object('__typename', 'Account', 'id', ('account:' || "t1"."id"), 'display', CAST("t1"."display" AS TEXT))
          FROM "anope_db_account" AS "t1"
          WHERE "t1"."id" = ?), 'null'), ',"other":', coalesce(
          (SELECT json_object('__typename', 'Channel', 'id', ('channel:' || "t2"."id"), 'name', CAST("t2"."name" AS TEXT))
          FROM "anope_db_channel" AS "t2"
          WHERE "t2"."id" = ?), 'null'), '}}')) AS BLOB)

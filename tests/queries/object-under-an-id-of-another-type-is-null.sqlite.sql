SELECT CAST((concat('{"data":{"node":', coalesce(
          (SELECT (concat('{"id":"channel:', "t1"."id", '","__typename":"Channel"}'))
          FROM "anope_db_channel" AS "t1"
          WHERE "t1"."id" = ?), 'null'), '}}')) AS BLOB)

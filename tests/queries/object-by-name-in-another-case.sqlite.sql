SELECT CAST((concat('{"data":{"account":', coalesce(
          (SELECT json_object('id', ('account:' || "t1"."id"), 'display', CAST("t1"."display" AS TEXT))
          FROM "anope_db_account" AS "t1"
          WHERE ((substr(coalesce(lower("t1"."display"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t1"."display") = ?))
          ORDER BY "t1"."id"
          LIMIT 1), 'null'), ',"channel":', coalesce(
          (SELECT json_object('name', CAST("t2"."name" AS TEXT))
          FROM "anope_db_channel" AS "t2"
          WHERE ((substr(coalesce(lower("t2"."name"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t2"."name") = ?))
          ORDER BY "t2"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)

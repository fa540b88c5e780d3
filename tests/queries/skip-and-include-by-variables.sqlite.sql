SELECT CAST((concat('{"data":{"account":', coalesce(
          (SELECT json_object('display', CAST("t1"."display" AS TEXT), 'greet', CAST("t1"."greet" AS TEXT), 'language', CAST("t1"."language" AS TEXT))
          FROM "anope_db_account" AS "t1"
          WHERE ((substr(coalesce(lower("t1"."display"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t1"."display") = ?))
          ORDER BY "t1"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)

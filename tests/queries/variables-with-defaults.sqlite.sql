SELECT CAST((concat('{"data":{"accounts":{"nodes":',
        (SELECT json_group_array(json_object('display', CAST("p0"."display" AS TEXT)))
        FROM
          (SELECT "t1"."display" AS "display"
          FROM "anope_db_account" AS "t1"
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p0"), '},"account":', coalesce(
          (SELECT json_object('email', CAST("t2"."email" AS TEXT))
          FROM "anope_db_account" AS "t2"
          WHERE ((substr(coalesce(lower("t2"."display"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t2"."display") = ?))
          ORDER BY "t2"."id"
          LIMIT 1), 'null'), ',"channels":{"nodes":',
        (SELECT json_group_array(json_object('name', CAST("p1"."name" AS TEXT)))
        FROM
          (SELECT "t3"."name" AS "name"
          FROM "anope_db_channel" AS "t3"
          WHERE CAST("t3"."CS_PRIVATE" AS INTEGER) <> 0
          ORDER BY "t3"."id" ASC
          LIMIT ?) AS "p1"), '}}}')) AS BLOB)

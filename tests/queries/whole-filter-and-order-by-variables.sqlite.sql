SELECT CAST((concat('{"data":{"accounts":{"nodes":',
        (SELECT json_group_array(json_object('display', CAST("p0"."display" AS TEXT)))
        FROM
          (SELECT "t1"."display" AS "display"
          FROM "anope_db_account" AS "t1"
          WHERE ((substr(coalesce(lower("t1"."display"), ''), 1, 191) IN (substr(?, 1, 191), substr(?, 1, 191), substr(?, 1, 191), substr(?, 1, 191)) AND lower("t1"."display") IN (?, ?, ?, ?)) OR "t1"."id" IN
              (SELECT "t2"."founder"
              FROM "anope_db_channel" AS "t2"
              WHERE (substr(coalesce(lower("t2"."name"), ''), 1, 191) = substr(?, 1, 191) AND lower("t2"."name") = ?)))
          ORDER BY substr(coalesce(lower("t1"."display"), ''), 1, 191) DESC, "t1"."id" DESC
          LIMIT ?) AS "p0"), ',"totalCount":',
        (SELECT COUNT(*)
        FROM "anope_db_account" AS "t3"
        WHERE ((substr(coalesce(lower("t3"."display"), ''), 1, 191) IN (substr(?, 1, 191), substr(?, 1, 191), substr(?, 1, 191), substr(?, 1, 191)) AND lower("t3"."display") IN (?, ?, ?, ?)) OR "t3"."id" IN
            (SELECT "t4"."founder"
            FROM "anope_db_channel" AS "t4"
            WHERE (substr(coalesce(lower("t4"."name"), ''), 1, 191) = substr(?, 1, 191) AND lower("t4"."name") = ?)))), '}}}')) AS BLOB)

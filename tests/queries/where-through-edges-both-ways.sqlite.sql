SELECT CAST((concat('{"data":{"channels":{"nodes":', json_group_array(json_object('name', CAST("p0"."name" AS TEXT))), '}}}')) AS BLOB)
FROM
  (SELECT "t1"."name" AS "name"
  FROM "anope_db_channel" AS "t1"
  WHERE "t1"."founder" IN
    (SELECT +"t2"."id"
    FROM "anope_db_account" AS "t2"
    WHERE "t2"."id" IN
      (SELECT "t3"."nc"
      FROM "anope_db_nick" AS "t3"
      WHERE "t3"."nc" IN
        (SELECT +"t4"."id"
        FROM "anope_db_account" AS "t4"
        WHERE (substr(coalesce(lower("t4"."display"), ''), 1, 191) = substr(?, 1, 191) AND lower("t4"."display") = ?))))
  ORDER BY "t1"."id" ASC
  LIMIT ?) AS "p0"

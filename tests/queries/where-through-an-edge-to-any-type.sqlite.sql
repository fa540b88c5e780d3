SELECT CAST((concat('{"data":{"vhosts":{"nodes":', json_group_array(json_object('host', CAST("p0"."vhost" AS TEXT))), '}}}')) AS BLOB)
FROM
  (SELECT "t1"."vhost" AS "vhost"
  FROM "anope_db_vhost" AS "t1"
  WHERE "t1"."owner" IN
    (SELECT +"t2"."id"
    FROM "anope_db_nick" AS "t2"
    WHERE (substr(coalesce(lower("t2"."nick"), ''), 1, 191) = substr(?, 1, 191) AND lower("t2"."nick") = ?))
  ORDER BY "t1"."id" ASC
  LIMIT ?) AS "p0"

SELECT CAST((concat('{"data":{"accounts":{"nodes":', json_group_array(json_object('display', CAST("p0"."display" AS TEXT))), ',"pageInfo":{"hasNextPage":true,"hasPreviousPage":true}}}}')) AS BLOB)
FROM
  (SELECT "t1"."display" AS "display"
  FROM "anope_db_account" AS "t1"
  WHERE substr(coalesce(lower("t1"."display"), ''), 1, 191) >= ? AND (substr(coalesce(lower("t1"."display"), ''), 1, 191) > ? OR (substr(coalesce(lower("t1"."display"), ''), 1, 191) = ? AND "t1"."id" > ?)) AND substr(coalesce(lower("t1"."display"), ''), 1, 191) <= ? AND (substr(coalesce(lower("t1"."display"), ''), 1, 191) < ? OR (substr(coalesce(lower("t1"."display"), ''), 1, 191) = ? AND "t1"."id" < ?))
  ORDER BY substr(coalesce(lower("t1"."display"), ''), 1, 191) ASC, "t1"."id" ASC
  LIMIT ?) AS "p0"

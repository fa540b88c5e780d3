SELECT CAST((concat('{"data":{"accessChanAccesses":{"nodes":', json_group_array(json_object('mask', CAST("p0"."mask" AS TEXT), 'lastSeen', CASE typeof("p0"."last_seen") WHEN 'integer' THEN CASE WHEN "p0"."last_seen" BETWEEN -62135596800 AND 253402300799 AND "p0"."last_seen" <> 0 THEN date("p0"."last_seen", 'unixepoch') || 'T' || time("p0"."last_seen", 'unixepoch') || 'Z' ELSE NULL END WHEN 'text' THEN CASE WHEN CAST(CAST("p0"."last_seen" AS INTEGER) AS TEXT) = "p0"."last_seen" THEN CASE WHEN CAST("p0"."last_seen" AS INTEGER) BETWEEN -62135596800 AND 253402300799 AND CAST("p0"."last_seen" AS INTEGER) <> 0 THEN date(CAST("p0"."last_seen" AS INTEGER), 'unixepoch') || 'T' || time(CAST("p0"."last_seen" AS INTEGER), 'unixepoch') || 'Z' ELSE NULL END ELSE NULL END ELSE NULL END)), '}}}')) AS BLOB)
FROM
  (SELECT "t1"."last_seen" AS "last_seen", "t1"."mask" AS "mask"
  FROM "anope_db_accesschanaccess" AS "t1"
  WHERE ("t1"."last_seen" IS NULL OR CAST("t1"."last_seen" AS INTEGER) = ?)
  ORDER BY "t1"."id" ASC
  LIMIT ?) AS "p0"

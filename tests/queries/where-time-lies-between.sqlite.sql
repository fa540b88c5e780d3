SELECT CAST((concat('{"data":{"nicks":{"nodes":', json_group_array(json_object('nick', CAST("p0"."nick" AS TEXT), 'lastSeen', CASE typeof("p0"."last_seen") WHEN 'integer' THEN CASE WHEN "p0"."last_seen" BETWEEN -62135596800 AND 253402300799 AND "p0"."last_seen" <> 0 THEN date("p0"."last_seen", 'unixepoch') || 'T' || time("p0"."last_seen", 'unixepoch') || 'Z' ELSE NULL END WHEN 'text' THEN CASE WHEN CAST(CAST("p0"."last_seen" AS INTEGER) AS TEXT) = "p0"."last_seen" THEN CASE WHEN CAST("p0"."last_seen" AS INTEGER) BETWEEN -62135596800 AND 253402300799 AND CAST("p0"."last_seen" AS INTEGER) <> 0 THEN date(CAST("p0"."last_seen" AS INTEGER), 'unixepoch') || 'T' || time(CAST("p0"."last_seen" AS INTEGER), 'unixepoch') || 'Z' ELSE NULL END ELSE NULL END ELSE NULL END)), '}}}')) AS BLOB)
FROM
  (SELECT "t1"."last_seen" AS "last_seen", "t1"."nick" AS "nick"
  FROM "anope_db_nick" AS "t1"
  WHERE ((CAST("t1"."last_seen" AS INTEGER) >= ? AND (CAST("t1"."last_seen" AS INTEGER) = ?) IS NOT TRUE) AND (CAST("t1"."last_seen" AS INTEGER) < ? AND (CAST("t1"."last_seen" AS INTEGER) = ?) IS NOT TRUE))
  ORDER BY "t1"."id" ASC
  LIMIT ?) AS "p0"

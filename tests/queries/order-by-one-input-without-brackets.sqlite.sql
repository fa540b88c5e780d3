SELECT CAST((concat('{"data":{"bots":{"nodes":', json_group_array(json_object('nick', CAST("p0"."nick" AS TEXT), 'created', CASE typeof("p0"."created") WHEN 'integer' THEN CASE WHEN "p0"."created" BETWEEN -62135596800 AND 253402300799 AND "p0"."created" <> 0 THEN date("p0"."created", 'unixepoch') || 'T' || time("p0"."created", 'unixepoch') || 'Z' ELSE NULL END WHEN 'text' THEN CASE WHEN CAST(CAST("p0"."created" AS INTEGER) AS TEXT) = "p0"."created" THEN CASE WHEN CAST("p0"."created" AS INTEGER) BETWEEN -62135596800 AND 253402300799 AND CAST("p0"."created" AS INTEGER) <> 0 THEN date(CAST("p0"."created" AS INTEGER), 'unixepoch') || 'T' || time(CAST("p0"."created" AS INTEGER), 'unixepoch') || 'Z' ELSE NULL END ELSE NULL END ELSE NULL END)), '}}}')) AS BLOB)
FROM
  (SELECT "t1"."created" AS "created", "t1"."nick" AS "nick"
  FROM "anope_db_botinfo" AS "t1"
  ORDER BY CAST("t1"."created" AS INTEGER) DESC, "t1"."id" DESC
  LIMIT ?) AS "p0"

SELECT CAST((concat('{"data":{"accounts":{"nodes":[', group_concat((concat('{"nicks":{"nodes":',
              (SELECT json_group_array(json_object('nick', CAST("p1"."nick" AS TEXT), 'timeRegistered', CASE typeof("p1"."time_registered") WHEN 'integer' THEN CASE WHEN "p1"."time_registered" BETWEEN -62135596800 AND 253402300799 AND "p1"."time_registered" <> 0 THEN date("p1"."time_registered", 'unixepoch') || 'T' || time("p1"."time_registered", 'unixepoch') || 'Z' ELSE NULL END WHEN 'text' THEN CASE WHEN CAST(CAST("p1"."time_registered" AS INTEGER) AS TEXT) = "p1"."time_registered" THEN CASE WHEN CAST("p1"."time_registered" AS INTEGER) BETWEEN -62135596800 AND 253402300799 AND CAST("p1"."time_registered" AS INTEGER) <> 0 THEN date(CAST("p1"."time_registered" AS INTEGER), 'unixepoch') || 'T' || time(CAST("p1"."time_registered" AS INTEGER), 'unixepoch') || 'Z' ELSE NULL END ELSE NULL END ELSE NULL END))
              FROM
                (SELECT "t1"."nick" AS "nick", "t1"."time_registered" AS "time_registered"
                FROM "anope_db_nick" AS "t1"
                WHERE "t1"."nc" = +"p0"."id"
                ORDER BY CAST("t1"."time_registered" AS INTEGER) DESC, "t1"."id" DESC
                LIMIT ?) AS "p1"), '}}')), ','), ']}}}')) AS BLOB)
FROM
  (SELECT "t2"."id" AS "id"
  FROM "anope_db_account" AS "t2"
  WHERE EXISTS
    (SELECT 1
    FROM "anope_db_nick" AS "t3"
    WHERE "t3"."nc" = +"t2"."id" AND 1 = 1)
  ORDER BY "t2"."id" ASC
  LIMIT ?) AS "p0"

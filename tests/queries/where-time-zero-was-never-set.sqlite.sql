SELECT CAST((concat('{"data":{"accessChanAccesses":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"mask":', json_quote(CAST("t1"."mask" AS TEXT)), ',"lastSeen":', CASE typeof("t1"."last_seen") WHEN 'integer' THEN CASE WHEN "t1"."last_seen" BETWEEN -62135596800 AND 253402300799 AND "t1"."last_seen" <> 0 THEN strftime('"%Y-%m-%dT%H:%M:%SZ"', "t1"."last_seen", 'unixepoch') ELSE 'null' END WHEN 'text' THEN CASE WHEN CAST(CAST("t1"."last_seen" AS INTEGER) AS TEXT) = "t1"."last_seen" THEN CASE WHEN CAST("t1"."last_seen" AS INTEGER) BETWEEN -62135596800 AND 253402300799 AND CAST("t1"."last_seen" AS INTEGER) <> 0 THEN strftime('"%Y-%m-%dT%H:%M:%SZ"', CAST("t1"."last_seen" AS INTEGER), 'unixepoch') ELSE 'null' END ELSE 'null' END ELSE 'null' END, '}')) AS "j0"
          FROM "anope_db_accesschanaccess" AS "t1"
          WHERE ("t1"."last_seen" IS NULL OR CAST("t1"."last_seen" AS INTEGER) = ?)
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)

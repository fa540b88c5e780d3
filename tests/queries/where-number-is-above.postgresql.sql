SELECT ('{"data":{"accessChanAccesses":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"level":' || CASE WHEN "t1"."level" BETWEEN -2147483648 AND 2147483647 THEN "t1"."level"::text ELSE 'null' END || ',"mask":' || coalesce('"' || replace(replace((CAST("t1"."mask" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
  FROM "anope_db_accesschanaccess" AS "t1"
  WHERE "t1"."level" > %s
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"

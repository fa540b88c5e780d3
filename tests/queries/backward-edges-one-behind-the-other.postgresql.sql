SELECT ('{"data":{"accounts":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t1"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"channelsAsFounder":{"nodes":[' ||
      (SELECT coalesce(string_agg("p"."j", ','), '')
      FROM
        (SELECT ('{"name":' || coalesce('"' || replace(replace((CAST("t2"."name" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"accessEntries":{"nodes":[' ||
            (SELECT coalesce(string_agg("p"."j", ','), '')
            FROM
              (SELECT ('{"mask":' || coalesce('"' || replace(replace((CAST("t3"."mask" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"level":' || CASE WHEN "t3"."level" BETWEEN -2147483648 AND 2147483647 THEN "t3"."level"::text ELSE 'null' END || '}') AS "j"
              FROM "anope_db_accesschanaccess" AS "t3"
              WHERE "t3"."ci" = "t2"."id"
              ORDER BY "t3"."id" ASC
              LIMIT %s) AS "p") || ']}}') AS "j"
        FROM "anope_db_channel" AS "t2"
        WHERE "t2"."founder" = "t1"."id"
        ORDER BY "t2"."id" ASC
        LIMIT %s) AS "p") || ']}}') AS "j"
  FROM "anope_db_account" AS "t1"
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"

SELECT ('{"data":{"account":' || coalesce(
      (SELECT ('{"channels":[' ||
          (SELECT coalesce(string_agg("p"."j", ','), '')
          FROM
            (SELECT ('{"id":"channel:' || "t1"."id"::text || '","name":' || coalesce('"' || replace(replace((CAST("t1"."name" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
            FROM "anope_db_channel" AS "t1"
            WHERE ("t1"."founder" = "t2"."id" OR "t1"."successor" = "t2"."id") AND "t1"."id" > %s
            ORDER BY "t1"."id"
            LIMIT %s) AS "p") || '],"access":[' ||
          (SELECT coalesce(string_agg("p"."j", ','), '')
          FROM
            (SELECT ('{"__typename":"AccessChanAccess","level":' || CASE WHEN "t3"."level" BETWEEN -2147483648 AND 2147483647 THEN "t3"."level"::text ELSE 'null' END || ',"channel":' || coalesce(
                  (SELECT ('{"name":' || coalesce('"' || replace(replace((CAST("t4"."name" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
                  FROM "anope_db_channel" AS "t4"
                  WHERE "t4"."id" = "t3"."ci"), 'null') || '}') AS "j"
            FROM "anope_db_accesschanaccess" AS "t3"
            WHERE ("t3"."obj" = "t2"."id") AND "t3"."id" > %s
            ORDER BY "t3"."id"
            LIMIT %s) AS "p") || '],"memos":[]}')
      FROM "anope_db_account" AS "t2"
      WHERE ((left(coalesce(lower("t2"."display" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t2"."display" COLLATE "C") = %s))
      ORDER BY "t2"."id"
      LIMIT 1), 'null') || '}}')

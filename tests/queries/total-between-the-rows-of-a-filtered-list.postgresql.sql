SELECT ('{"data":{"channels":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"accessEntries":' ||
      (SELECT ('{"pageInfo":{"endCursor":' || coalesce(('"' || max(CASE WHEN "p"."n" = least("p"."m", %s) THEN "p"."c" END) || '"'), 'null') || '},"totalCount":' ||
          (SELECT COUNT(*)
          FROM "anope_db_accesschanaccess" AS "t1"
          WHERE "t1"."ci" = "t2"."id" AND "t1"."level" >= %s)::text || ',"nodes":[' || coalesce(string_agg("p"."j0", ','
            ORDER BY "p"."n" ASC) FILTER (WHERE "p"."n" <= %s), '') || ']}')
      FROM
        (SELECT "q"."j0", "q"."c", row_number() OVER (ORDER BY "q"."k0" ASC) AS "n", count(*) OVER () AS "m"
        FROM
          (SELECT ('{"mask":' || coalesce('"' || replace(replace((CAST("t3"."mask" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j0", ('51f6ec9c4e7294e7.' || coalesce("t3"."id"::text, '')) AS "c", "t3"."id" AS "k0"
          FROM "anope_db_accesschanaccess" AS "t3"
          WHERE "t3"."ci" = "t2"."id" AND "t3"."level" >= %s
          ORDER BY "t3"."id" ASC
          LIMIT %s) AS "q") AS "p") || '}') AS "j"
  FROM "anope_db_channel" AS "t2"
  ORDER BY "t2"."id" ASC
  LIMIT %s) AS "p"

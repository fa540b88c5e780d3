SELECT CAST((concat('{"data":{"channels":{"nodes":[', group_concat((concat('{"accessEntries":',
              (SELECT (concat('{"pageInfo":{"endCursor":', coalesce(('"' || max(CASE WHEN "p"."n" = min("p"."m", ?) THEN "p"."c" END) || '"'), 'null'), '},"totalCount":',
                    (SELECT COUNT(*)
                    FROM "anope_db_accesschanaccess" AS "t1"
                    WHERE "t1"."ci" = +"p0"."id" AND CAST("t1"."level" AS INTEGER) >= ?), ',"nodes":[', coalesce(group_concat("p"."j0", ',') FILTER (WHERE "p"."n" <= ?), ''), ']}'))
              FROM
                (SELECT "q"."j0", "q"."c", row_number() OVER (ORDER BY "q"."k0" ASC) AS "n", count(*) OVER () AS "m"
                FROM
                  (SELECT json_object('mask', CAST("t2"."mask" AS TEXT)) AS "j0", ('51f6ec9c4e7294e7.' || coalesce("t2"."id", '')) AS "c", "t2"."id" AS "k0"
                  FROM "anope_db_accesschanaccess" AS "t2"
                  WHERE "t2"."ci" = +"p0"."id" AND CAST("t2"."level" AS INTEGER) >= ?
                  ORDER BY "t2"."id" ASC
                  LIMIT ?) AS "q") AS "p"), '}')), ','), ']}}}')) AS BLOB)
FROM
  (SELECT "t3"."id" AS "id"
  FROM "anope_db_channel" AS "t3"
  ORDER BY "t3"."id" ASC
  LIMIT ?) AS "p0"

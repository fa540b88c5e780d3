SELECT CAST((concat('{"data":{"__typename":"Query","accounts":{"__typename":"AccountConnection","pageInfo":{"__typename":"PageInfo"},"edges":[', group_concat("p"."j", ','), ']}}}')) AS BLOB)
FROM
  (SELECT (concat('{"__typename":"AccountEdge","node":', (concat('{"__typename":"Account","kind":"Account","nicks":{"nodes":[',
            (SELECT group_concat("p"."j", ',')
            FROM
              (SELECT (concat('{"__typename":"Nick"}')) AS "j"
              FROM "anope_db_nick" AS "t1"
              WHERE "t1"."nc" = +"t2"."id"
              ORDER BY "t1"."id" ASC
              LIMIT ?) AS "p"), ']}}')), '}')) AS "j"
  FROM "anope_db_account" AS "t2"
  ORDER BY "t2"."id" ASC
  LIMIT ?) AS "p"

SELECT CAST((concat('{"data":{"accounts":{"nodes":[', group_concat("p"."j", ','), ']}}}')) AS BLOB)
FROM
  (SELECT (concat('{"display":', json_quote(CAST("t1"."display" AS TEXT)), ',"xmppUser":', char(2), '1', char(31), coalesce(CASE WHEN CAST("t1"."display" AS TEXT) IS NOT NULL THEN lower(hex(CAST("t1"."display" AS TEXT))) END, ''), char(31), coalesce(
          (SELECT (concat('{"jid":', json_quote(coalesce(
                    (SELECT CASE WHEN nullif(CAST("t2"."name" AS TEXT), '') IS NULL THEN CAST("t3"."name" AS TEXT) WHEN nullif(CAST("t3"."name" AS TEXT), '') IS NULL THEN CAST("t2"."name" AS TEXT) ELSE (CAST("t2"."name" AS TEXT) || '@' || CAST("t3"."name" AS TEXT)) END
                    FROM "anope_db_xmpphost" AS "t3"
                    WHERE "t3"."id" = "t2"."host"), CAST("t2"."name" AS TEXT), '')), ',"account":', char(2), '0', char(31), coalesce(CASE WHEN "t2"."name" IS NOT NULL THEN lower(hex("t2"."name")) END, ''),
                (SELECT coalesce(group_concat((char(30) || "t4"."id" || char(31) || coalesce(CASE WHEN CAST("t4"."display" AS TEXT) IS NOT NULL THEN lower(hex(CAST("t4"."display" AS TEXT))) END, '') || char(31) || coalesce(
                          (SELECT json_object('display', CAST("t5"."display" AS TEXT))
                          FROM "anope_db_account" AS "t5"
                          WHERE "t5"."id" = "t4"."id"), 'null')), ''), '')
                FROM "anope_db_account" AS "t4"
                WHERE (((substr(coalesce(lower("t4"."display"), ''), 1, 191) = substr(lower("t2"."name"), 1, 191)) AND (lower("t4"."display") = lower("t2"."name"))) AND EXISTS
                    (SELECT 1
                    FROM "anope_db_xmpphost" AS "t6"
                    WHERE "t6"."id" = "t2"."host" AND "t6"."name" = ?))), char(3), '}'))
          FROM "anope_db_xmppuser" AS "t2"
          WHERE "t2"."host" =
            (SELECT "t7"."id"
            FROM "anope_db_xmpphost" AS "t7"
            WHERE "t7"."name" = ?) AND "t2"."name" = lower(CAST("t1"."display" AS TEXT))), 'null'), char(3), '}')) AS "j"
  FROM "anope_db_account" AS "t1"
  ORDER BY "t1"."id" ASC
  LIMIT ?) AS "p"

SELECT CAST((concat('{"data":{"xmppUsers":{"nodes":[', group_concat("p"."j", ','), ']}}}')) AS BLOB)
FROM
  (SELECT (concat('{"jid":', json_quote(coalesce(
            (SELECT CASE WHEN nullif(CAST("t1"."name" AS TEXT), '') IS NULL THEN CAST("t2"."name" AS TEXT) WHEN nullif(CAST("t2"."name" AS TEXT), '') IS NULL THEN CAST("t1"."name" AS TEXT) ELSE (CAST("t1"."name" AS TEXT) || '@' || CAST("t2"."name" AS TEXT)) END
            FROM "anope_db_xmpphost" AS "t2"
            WHERE "t2"."id" = "t1"."host"), CAST("t1"."name" AS TEXT), '')), ',"archive":', char(2), '0', char(31), '1',
        (SELECT coalesce(group_concat((char(30) || '0' || char(31) || "s2"."sort_id" || char(31) || quote("s2"."when") || char(31) || coalesce(CASE WHEN "s2"."key" IS NOT NULL THEN lower(hex("s2"."key")) END, '') || char(31) || coalesce(CASE WHEN "s2"."with" IS NOT NULL THEN lower(hex("s2"."with")) END, '') || char(31) || coalesce(CASE WHEN "s2"."type" IS NOT NULL THEN lower(hex("s2"."type")) END, '') || char(31) || coalesce(CASE WHEN "s2"."value" IS NOT NULL THEN lower(hex("s2"."value")) END, '')), ''), '')
        FROM
          (SELECT "s0"."sort_id", "s0"."when", "s0"."key", "s0"."with", "s0"."type", "s0"."value"
          FROM "prosodyarchive" AS "s0"
          WHERE "s0"."sort_id" IN
            (SELECT "s1"."sort_id"
            FROM "prosodyarchive" AS "s1"
            WHERE "s1"."host" =
              (SELECT "t3"."name"
              FROM "anope_db_xmpphost" AS "t3"
              WHERE "t3"."id" = "t1"."host") AND "s1"."user" = "t1"."name" AND "s1"."store" = ? AND EXISTS
              (SELECT 1
              FROM "anope_db_xmppstore" AS "t4"
              WHERE "t4"."user" = +"t1"."id" AND "t4"."name" = ?)
            ORDER BY "s1"."sort_id" DESC
            LIMIT ?)) AS "s2"),
        (SELECT coalesce(group_concat((char(30) || '1' || char(31) || "s5"."id" || char(31) || char(31) || char(31) || char(31) || coalesce(CASE WHEN "s5"."type" IS NOT NULL THEN lower(hex("s5"."type")) END, '') || char(31) || coalesce(CASE WHEN "s5"."value" IS NOT NULL THEN lower(hex("s5"."value")) END, '')), ''), '')
        FROM
          (SELECT "s3"."id", "s3"."type", "s3"."value"
          FROM "edgewise_item" AS "s3"
          WHERE "s3"."id" IN
            (SELECT "s4"."id"
            FROM "edgewise_item" AS "s4"
            WHERE "s4"."store_id" =
              (SELECT "t5"."id"
              FROM "anope_db_xmppstore" AS "t5"
              WHERE "t5"."user" = +"t1"."id" AND "t5"."name" = ?)
            ORDER BY "s4"."id" DESC
            LIMIT ?)) AS "s5"), char(3), '}')) AS "j"
  FROM "anope_db_xmppuser" AS "t1"
  ORDER BY "t1"."id" ASC
  LIMIT ?) AS "p"

SELECT CAST((concat('{"data":{"xmppUser":', coalesce(
          (SELECT (concat('{"archive":', char(2), '0', char(31), '1',
                (SELECT coalesce(group_concat((char(30) || '0' || char(31) || "s2"."sort_id" || char(31) || quote("s2"."when") || char(31) || coalesce(CASE WHEN "s2"."key" IS NOT NULL THEN lower(hex("s2"."key")) END, '') || char(31) || coalesce(CASE WHEN "s2"."with" IS NOT NULL THEN lower(hex("s2"."with")) END, '') || char(31) || coalesce(CASE WHEN "s2"."type" IS NOT NULL THEN lower(hex("s2"."type")) END, '') || char(31) || coalesce(CASE WHEN "s2"."value" IS NOT NULL THEN lower(hex("s2"."value")) END, '')), ''), '')
                FROM
                  (SELECT "s0"."sort_id", "s0"."when", "s0"."key", "s0"."with", "s0"."type", "s0"."value"
                  FROM "prosodyarchive" AS "s0"
                  WHERE "s0"."sort_id" IN
                    (SELECT "s1"."sort_id"
                    FROM "prosodyarchive" AS "s1"
                    WHERE "s1"."host" =
                      (SELECT "t1"."name"
                      FROM "anope_db_xmpphost" AS "t1"
                      WHERE "t1"."id" = "t2"."host") AND "s1"."user" = "t2"."name" AND "s1"."store" = ? AND EXISTS
                      (SELECT 1
                      FROM "anope_db_xmppstore" AS "t3"
                      WHERE "t3"."user" = +"t2"."id" AND "t3"."name" = ?) AND "s1"."with" = ?
                    ORDER BY +"s1"."sort_id"
                    LIMIT ?)) AS "s2"),
                (SELECT coalesce(group_concat((char(30) || '1' || char(31) || "s4"."id" || char(31) || char(31) || char(31) || char(31) || coalesce(CASE WHEN "s4"."type" IS NOT NULL THEN lower(hex("s4"."type")) END, '') || char(31) || coalesce(CASE WHEN "s4"."value" IS NOT NULL THEN lower(hex("s4"."value")) END, '')), ''), '')
                FROM
                  (SELECT "s3"."id", "s3"."type", "s3"."value"
                  FROM "edgewise_item" AS "s3"
                  WHERE "s3"."store_id" =
                    (SELECT "t4"."id"
                    FROM "anope_db_xmppstore" AS "t4"
                    WHERE "t4"."user" = +"t2"."id" AND "t4"."name" = ?)) AS "s4"), char(3), '}'))
          FROM "anope_db_xmppuser" AS "t2"
          WHERE "t2"."host" =
            (SELECT "t5"."id"
            FROM "anope_db_xmpphost" AS "t5"
            WHERE "t5"."name" = ?
            ORDER BY "t5"."id"
            LIMIT 1) AND "t2"."name" = ?
          ORDER BY "t2"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)

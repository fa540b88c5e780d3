SELECT CAST((concat('{"data":{"xmppUser":', coalesce(
          (SELECT (concat('{"vcard":', char(2), '0',
                (SELECT coalesce(group_concat((char(30) || coalesce(CASE WHEN "t1"."name" IS NOT NULL THEN lower(hex("t1"."name")) END, '') || char(31) || coalesce(CASE WHEN "s7"."key" IS NOT NULL THEN lower(hex("s7"."key")) END, '') || char(31) || coalesce(CASE WHEN "s7"."type" IS NOT NULL THEN lower(hex("s7"."type")) END, '') || char(31) || coalesce(CASE WHEN "s7"."value" IS NOT NULL THEN lower(hex("s7"."value")) END, '')), ''), '')
                FROM "anope_db_xmppstore" AS "t1" CROSS JOIN "prosody" AS "s7"
                WHERE "s7"."store_id" = "t1"."id" AND "t1"."user" = +"t2"."id" AND "t1"."name" = ?), CASE WHEN EXISTS
                (SELECT 1
                FROM "anope_db_xmppstore" AS "t3" CROSS JOIN "prosody" AS "s0"
                WHERE "s0"."store_id" = "t3"."id" AND "t3"."user" = +"t2"."id" AND "t3"."name" = ?) THEN '' ELSE (
                  (SELECT coalesce(group_concat((char(30) || '0' || char(31) || "s3"."sort_id" || char(31) || quote("s3"."when") || char(31) || coalesce(CASE WHEN "s3"."key" IS NOT NULL THEN lower(hex("s3"."key")) END, '') || char(31) || coalesce(CASE WHEN "s3"."with" IS NOT NULL THEN lower(hex("s3"."with")) END, '') || char(31) || coalesce(CASE WHEN "s3"."type" IS NOT NULL THEN lower(hex("s3"."type")) END, '') || char(31) || coalesce(CASE WHEN "s3"."value" IS NOT NULL THEN lower(hex("s3"."value")) END, '')), ''), '')
                  FROM
                    (SELECT "s1"."sort_id", "s1"."when", "s1"."key", "s1"."with", "s1"."type", "s1"."value"
                    FROM "prosodyarchive" AS "s1"
                    WHERE "s1"."sort_id" IN
                      (SELECT "s2"."sort_id"
                      FROM "prosodyarchive" AS "s2"
                      WHERE "s2"."host" =
                        (SELECT "t4"."name"
                        FROM "anope_db_xmpphost" AS "t4"
                        WHERE "t4"."id" = "t2"."host") AND "s2"."user" = "t2"."name" AND "s2"."store" = ? AND EXISTS
                        (SELECT 1
                        FROM "anope_db_xmppstore" AS "t5"
                        WHERE "t5"."user" = +"t2"."id" AND "t5"."name" = ?)
                      ORDER BY "s2"."sort_id"
                      LIMIT 1000)) AS "s3") ||
                  (SELECT coalesce(group_concat((char(30) || '1' || char(31) || "s6"."id" || char(31) || char(31) || char(31) || char(31) || coalesce(CASE WHEN "s6"."type" IS NOT NULL THEN lower(hex("s6"."type")) END, '') || char(31) || coalesce(CASE WHEN "s6"."value" IS NOT NULL THEN lower(hex("s6"."value")) END, '')), ''), '')
                  FROM
                    (SELECT "s4"."id", "s4"."type", "s4"."value"
                    FROM "edgewise_item" AS "s4"
                    WHERE "s4"."id" IN
                      (SELECT "s5"."id"
                      FROM "edgewise_item" AS "s5"
                      WHERE "s5"."store_id" =
                        (SELECT "t6"."id"
                        FROM "anope_db_xmppstore" AS "t6"
                        WHERE "t6"."user" = +"t2"."id" AND "t6"."name" = ?)
                      ORDER BY "s5"."id"
                      LIMIT 1000)) AS "s6")) END, char(3), ',"details":', char(2), '1',
                (SELECT coalesce(group_concat((char(30) || coalesce(CASE WHEN "t7"."name" IS NOT NULL THEN lower(hex("t7"."name")) END, '') || char(31) || coalesce(CASE WHEN "s15"."key" IS NOT NULL THEN lower(hex("s15"."key")) END, '') || char(31) || coalesce(CASE WHEN "s15"."type" IS NOT NULL THEN lower(hex("s15"."type")) END, '') || char(31) || coalesce(CASE WHEN "s15"."value" IS NOT NULL THEN lower(hex("s15"."value")) END, '')), ''), '')
                FROM "anope_db_xmppstore" AS "t7" CROSS JOIN "prosody" AS "s15"
                WHERE "s15"."store_id" = "t7"."id" AND "t7"."user" = +"t2"."id" AND "t7"."name" = ?), CASE WHEN EXISTS
                (SELECT 1
                FROM "anope_db_xmppstore" AS "t8" CROSS JOIN "prosody" AS "s8"
                WHERE "s8"."store_id" = "t8"."id" AND "t8"."user" = +"t2"."id" AND "t8"."name" = ?) THEN '' ELSE (
                  (SELECT coalesce(group_concat((char(30) || '0' || char(31) || "s11"."sort_id" || char(31) || quote("s11"."when") || char(31) || coalesce(CASE WHEN "s11"."key" IS NOT NULL THEN lower(hex("s11"."key")) END, '') || char(31) || coalesce(CASE WHEN "s11"."with" IS NOT NULL THEN lower(hex("s11"."with")) END, '') || char(31) || coalesce(CASE WHEN "s11"."type" IS NOT NULL THEN lower(hex("s11"."type")) END, '') || char(31) || coalesce(CASE WHEN "s11"."value" IS NOT NULL THEN lower(hex("s11"."value")) END, '')), ''), '')
                  FROM
                    (SELECT "s9"."sort_id", "s9"."when", "s9"."key", "s9"."with", "s9"."type", "s9"."value"
                    FROM "prosodyarchive" AS "s9"
                    WHERE "s9"."sort_id" IN
                      (SELECT "s10"."sort_id"
                      FROM "prosodyarchive" AS "s10"
                      WHERE "s10"."host" =
                        (SELECT "t9"."name"
                        FROM "anope_db_xmpphost" AS "t9"
                        WHERE "t9"."id" = "t2"."host") AND "s10"."user" = "t2"."name" AND "s10"."store" = ? AND EXISTS
                        (SELECT 1
                        FROM "anope_db_xmppstore" AS "t10"
                        WHERE "t10"."user" = +"t2"."id" AND "t10"."name" = ?)
                      ORDER BY "s10"."sort_id"
                      LIMIT 1000)) AS "s11") ||
                  (SELECT coalesce(group_concat((char(30) || '1' || char(31) || "s14"."id" || char(31) || char(31) || char(31) || char(31) || coalesce(CASE WHEN "s14"."type" IS NOT NULL THEN lower(hex("s14"."type")) END, '') || char(31) || coalesce(CASE WHEN "s14"."value" IS NOT NULL THEN lower(hex("s14"."value")) END, '')), ''), '')
                  FROM
                    (SELECT "s12"."id", "s12"."type", "s12"."value"
                    FROM "edgewise_item" AS "s12"
                    WHERE "s12"."id" IN
                      (SELECT "s13"."id"
                      FROM "edgewise_item" AS "s13"
                      WHERE "s13"."store_id" =
                        (SELECT "t11"."id"
                        FROM "anope_db_xmppstore" AS "t11"
                        WHERE "t11"."user" = +"t2"."id" AND "t11"."name" = ?)
                      ORDER BY "s13"."id"
                      LIMIT 1000)) AS "s14")) END, char(3), ',"secret":null,"missing":', char(2), '2',
                (SELECT coalesce(group_concat((char(30) || coalesce(CASE WHEN "t12"."name" IS NOT NULL THEN lower(hex("t12"."name")) END, '') || char(31) || coalesce(CASE WHEN "s23"."key" IS NOT NULL THEN lower(hex("s23"."key")) END, '') || char(31) || coalesce(CASE WHEN "s23"."type" IS NOT NULL THEN lower(hex("s23"."type")) END, '') || char(31) || coalesce(CASE WHEN "s23"."value" IS NOT NULL THEN lower(hex("s23"."value")) END, '')), ''), '')
                FROM "anope_db_xmppstore" AS "t12" CROSS JOIN "prosody" AS "s23"
                WHERE "s23"."store_id" = "t12"."id" AND "t12"."user" = +"t2"."id" AND "t12"."name" = ?), CASE WHEN EXISTS
                (SELECT 1
                FROM "anope_db_xmppstore" AS "t13" CROSS JOIN "prosody" AS "s16"
                WHERE "s16"."store_id" = "t13"."id" AND "t13"."user" = +"t2"."id" AND "t13"."name" = ?) THEN '' ELSE (
                  (SELECT coalesce(group_concat((char(30) || '0' || char(31) || "s19"."sort_id" || char(31) || quote("s19"."when") || char(31) || coalesce(CASE WHEN "s19"."key" IS NOT NULL THEN lower(hex("s19"."key")) END, '') || char(31) || coalesce(CASE WHEN "s19"."with" IS NOT NULL THEN lower(hex("s19"."with")) END, '') || char(31) || coalesce(CASE WHEN "s19"."type" IS NOT NULL THEN lower(hex("s19"."type")) END, '') || char(31) || coalesce(CASE WHEN "s19"."value" IS NOT NULL THEN lower(hex("s19"."value")) END, '')), ''), '')
                  FROM
                    (SELECT "s17"."sort_id", "s17"."when", "s17"."key", "s17"."with", "s17"."type", "s17"."value"
                    FROM "prosodyarchive" AS "s17"
                    WHERE "s17"."sort_id" IN
                      (SELECT "s18"."sort_id"
                      FROM "prosodyarchive" AS "s18"
                      WHERE "s18"."host" =
                        (SELECT "t14"."name"
                        FROM "anope_db_xmpphost" AS "t14"
                        WHERE "t14"."id" = "t2"."host") AND "s18"."user" = "t2"."name" AND "s18"."store" = ? AND EXISTS
                        (SELECT 1
                        FROM "anope_db_xmppstore" AS "t15"
                        WHERE "t15"."user" = +"t2"."id" AND "t15"."name" = ?)
                      ORDER BY "s18"."sort_id"
                      LIMIT 1000)) AS "s19") ||
                  (SELECT coalesce(group_concat((char(30) || '1' || char(31) || "s22"."id" || char(31) || char(31) || char(31) || char(31) || coalesce(CASE WHEN "s22"."type" IS NOT NULL THEN lower(hex("s22"."type")) END, '') || char(31) || coalesce(CASE WHEN "s22"."value" IS NOT NULL THEN lower(hex("s22"."value")) END, '')), ''), '')
                  FROM
                    (SELECT "s20"."id", "s20"."type", "s20"."value"
                    FROM "edgewise_item" AS "s20"
                    WHERE "s20"."id" IN
                      (SELECT "s21"."id"
                      FROM "edgewise_item" AS "s21"
                      WHERE "s21"."store_id" =
                        (SELECT "t16"."id"
                        FROM "anope_db_xmppstore" AS "t16"
                        WHERE "t16"."user" = +"t2"."id" AND "t16"."name" = ?)
                      ORDER BY "s21"."id"
                      LIMIT 1000)) AS "s22")) END, char(3), ',"stores":{"nodes":',
                (SELECT json_group_array(json_object('name', CAST("p24"."name" AS TEXT)))
                FROM
                  (SELECT "t17"."name" AS "name"
                  FROM "anope_db_xmppstore" AS "t17"
                  WHERE "t17"."user" = +"t2"."id"
                  ORDER BY substr(coalesce(lower("t17"."name"), ''), 1, 191) ASC, "t17"."id" ASC
                  LIMIT ?) AS "p24"), '}}'))
          FROM "anope_db_xmppuser" AS "t2"
          WHERE "t2"."host" =
            (SELECT "t18"."id"
            FROM "anope_db_xmpphost" AS "t18"
            WHERE "t18"."name" = ?
            ORDER BY "t18"."id"
            LIMIT 1) AND "t2"."name" = ?
          ORDER BY "t2"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)

SELECT CAST((concat('{"data":{"xmppUser":', coalesce(
          (SELECT (concat('{"room":', char(2), '1', char(31), coalesce((CASE WHEN "t1"."name" IS NOT NULL THEN lower(hex("t1"."name")) END || '.' || CASE WHEN
                    (SELECT "t2"."name"
                    FROM "anope_db_xmpphost" AS "t2"
                    WHERE "t2"."id" = "t1"."host") IS NOT NULL THEN lower(hex(
                        (SELECT "t2"."name"
                        FROM "anope_db_xmpphost" AS "t2"
                        WHERE "t2"."id" = "t1"."host"))) END), ''), char(31), char(2), '0', char(31), '1',
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
                    ORDER BY "s1"."sort_id"
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
                    ORDER BY "s4"."id"
                    LIMIT ?)) AS "s5"), char(3),
                (SELECT coalesce(group_concat((char(30) || coalesce(CASE WHEN "t6"."name" IS NOT NULL THEN lower(hex("t6"."name")) END, '') || char(31) || coalesce(CASE WHEN "s6"."key" IS NOT NULL THEN lower(hex("s6"."key")) END, '') || char(31) || coalesce(CASE WHEN "s6"."type" IS NOT NULL THEN lower(hex("s6"."type")) END, '') || char(31) || coalesce(CASE WHEN "s6"."value" IS NOT NULL THEN lower(hex("s6"."value")) END, '') || char(31) || coalesce(
                          (SELECT (concat('{"jid":', json_quote(coalesce(
                                    (SELECT CASE WHEN nullif(CAST("t7"."name" AS TEXT), '') IS NULL THEN CAST("t8"."name" AS TEXT) WHEN nullif(CAST("t8"."name" AS TEXT), '') IS NULL THEN CAST("t7"."name" AS TEXT) ELSE (CAST("t7"."name" AS TEXT) || '@' || CAST("t8"."name" AS TEXT)) END
                                    FROM "anope_db_xmpphost" AS "t8"
                                    WHERE "t8"."id" = "t7"."host"), CAST("t7"."name" AS TEXT), '')), '}'))
                          FROM "anope_db_xmppuser" AS "t7"
                          WHERE "t7"."host" =
                            (SELECT "t9"."id"
                            FROM "anope_db_xmpphost" AS "t9"
                            WHERE "t9"."name" = substr(substr("s6"."key", 1, instr("s6"."key" || '/', '/') - 1), instr(substr("s6"."key", 1, instr("s6"."key" || '/', '/') - 1), '@') + 1)) AND "t7"."name" = substr(substr("s6"."key", 1, instr("s6"."key" || '/', '/') - 1), 1, instr(substr("s6"."key", 1, instr("s6"."key" || '/', '/') - 1) || '@', '@') - 1)), 'null')), ''), '')
                FROM "anope_db_xmppstore" AS "t6" CROSS JOIN "prosody" AS "s6"
                WHERE "s6"."store_id" = "t6"."id" AND "t6"."user" = +"t1"."id" AND "t6"."name" IN (?, ?)), char(3), '}'))
          FROM "anope_db_xmppuser" AS "t1"
          WHERE "t1"."host" =
            (SELECT "t10"."id"
            FROM "anope_db_xmpphost" AS "t10"
            WHERE "t10"."name" = ?
            ORDER BY "t10"."id"
            LIMIT 1) AND "t1"."name" = ?
          ORDER BY "t1"."id"
          LIMIT 1), 'null'), ',"person":', coalesce(
          (SELECT (concat('{"room":', char(2), '2', char(31), coalesce((CASE WHEN "t11"."name" IS NOT NULL THEN lower(hex("t11"."name")) END || '.' || CASE WHEN
                    (SELECT "t12"."name"
                    FROM "anope_db_xmpphost" AS "t12"
                    WHERE "t12"."id" = "t11"."host") IS NOT NULL THEN lower(hex(
                        (SELECT "t12"."name"
                        FROM "anope_db_xmpphost" AS "t12"
                        WHERE "t12"."id" = "t11"."host"))) END), ''),
                (SELECT coalesce(group_concat((char(30) || coalesce(CASE WHEN "t13"."name" IS NOT NULL THEN lower(hex("t13"."name")) END, '') || char(31) || coalesce(CASE WHEN "s7"."key" IS NOT NULL THEN lower(hex("s7"."key")) END, '') || char(31) || coalesce(CASE WHEN "s7"."type" IS NOT NULL THEN lower(hex("s7"."type")) END, '') || char(31) || coalesce(CASE WHEN "s7"."value" IS NOT NULL THEN lower(hex("s7"."value")) END, '')), ''), '')
                FROM "anope_db_xmppstore" AS "t13" CROSS JOIN "prosody" AS "s7"
                WHERE "s7"."store_id" = "t13"."id" AND "t13"."user" = +"t11"."id" AND "t13"."name" IN (?, ?)), char(3), '}'))
          FROM "anope_db_xmppuser" AS "t11"
          WHERE "t11"."host" =
            (SELECT "t14"."id"
            FROM "anope_db_xmpphost" AS "t14"
            WHERE "t14"."name" = ?
            ORDER BY "t14"."id"
            LIMIT 1) AND "t11"."name" = ?
          ORDER BY "t11"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)

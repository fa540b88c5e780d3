SELECT CAST((concat('{"data":{"xmppUser":', coalesce(
          (SELECT (concat('{"archive":', char(2), '0', char(31), '1',
                (SELECT coalesce(group_concat((char(30) || '0' || char(31) || "s2"."sort_id" || char(31) || quote("s2"."when") || char(31) || coalesce(CASE WHEN "s2"."key" IS NOT NULL THEN lower(hex("s2"."key")) END, '') || char(31) || coalesce(CASE WHEN "s2"."with" IS NOT NULL THEN lower(hex("s2"."with")) END, '') || char(31) || coalesce(CASE WHEN "s2"."type" IS NOT NULL THEN lower(hex("s2"."type")) END, '') || char(31) || coalesce(CASE WHEN "s2"."value" IS NOT NULL THEN lower(hex("s2"."value")) END, '') || char(31) || coalesce(CASE WHEN "s2"."at_from" IS NOT NULL THEN lower(hex("s2"."at_from")) END, '') || char(31) || coalesce(
                          (SELECT (concat('{"jid":', json_quote(coalesce(
                                    (SELECT CASE WHEN nullif(CAST("t1"."name" AS TEXT), '') IS NULL THEN CAST("t2"."name" AS TEXT) WHEN nullif(CAST("t2"."name" AS TEXT), '') IS NULL THEN CAST("t1"."name" AS TEXT) ELSE (CAST("t1"."name" AS TEXT) || '@' || CAST("t2"."name" AS TEXT)) END
                                    FROM "anope_db_xmpphost" AS "t2"
                                    WHERE "t2"."id" = "t1"."host"), CAST("t1"."name" AS TEXT), '')), '}'))
                          FROM "anope_db_xmppuser" AS "t1"
                          WHERE "t1"."host" =
                            (SELECT "t3"."id"
                            FROM "anope_db_xmpphost" AS "t3"
                            WHERE "t3"."name" = substr("s2"."at_from", instr("s2"."at_from", '@') + 1)) AND "t1"."name" = substr("s2"."at_from", 1, instr("s2"."at_from" || '@', '@') - 1)), 'null') || char(31) || coalesce(CASE WHEN "s2"."at_to" IS NOT NULL THEN lower(hex("s2"."at_to")) END, '') || char(31) || coalesce(
                          (SELECT (concat('{"jid":', json_quote(coalesce(
                                    (SELECT CASE WHEN nullif(CAST("t4"."name" AS TEXT), '') IS NULL THEN CAST("t5"."name" AS TEXT) WHEN nullif(CAST("t5"."name" AS TEXT), '') IS NULL THEN CAST("t4"."name" AS TEXT) ELSE (CAST("t4"."name" AS TEXT) || '@' || CAST("t5"."name" AS TEXT)) END
                                    FROM "anope_db_xmpphost" AS "t5"
                                    WHERE "t5"."id" = "t4"."host"), CAST("t4"."name" AS TEXT), '')), '}'))
                          FROM "anope_db_xmppuser" AS "t4"
                          WHERE "t4"."host" =
                            (SELECT "t6"."id"
                            FROM "anope_db_xmpphost" AS "t6"
                            WHERE "t6"."name" = substr("s2"."at_to", instr("s2"."at_to", '@') + 1)) AND "t4"."name" = substr("s2"."at_to", 1, instr("s2"."at_to" || '@', '@') - 1)), 'null') || char(31) || coalesce(CASE WHEN "s2"."at_with" IS NOT NULL THEN lower(hex("s2"."at_with")) END, '') || char(31) || coalesce(
                          (SELECT (concat('{"jid":', json_quote(coalesce(
                                    (SELECT CASE WHEN nullif(CAST("t7"."name" AS TEXT), '') IS NULL THEN CAST("t8"."name" AS TEXT) WHEN nullif(CAST("t8"."name" AS TEXT), '') IS NULL THEN CAST("t7"."name" AS TEXT) ELSE (CAST("t7"."name" AS TEXT) || '@' || CAST("t8"."name" AS TEXT)) END
                                    FROM "anope_db_xmpphost" AS "t8"
                                    WHERE "t8"."id" = "t7"."host"), CAST("t7"."name" AS TEXT), '')), '}'))
                          FROM "anope_db_xmppuser" AS "t7"
                          WHERE "t7"."host" =
                            (SELECT "t9"."id"
                            FROM "anope_db_xmpphost" AS "t9"
                            WHERE "t9"."name" = substr("s2"."at_with", instr("s2"."at_with", '@') + 1)) AND "t7"."name" = substr("s2"."at_with", 1, instr("s2"."at_with" || '@', '@') - 1)), 'null')), ''), '')
                FROM
                  (SELECT "s0"."sort_id", "s0"."when", "s0"."key", "s0"."with", "s0"."type", "s0"."value", substr(substr(substr(replace("s0"."value", '"', ''''), instr(replace("s0"."value", '"', ''''), CASE "s0"."type" WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END) + 7), 1, instr(substr(replace("s0"."value", '"', ''''), instr(replace("s0"."value", '"', ''''), CASE "s0"."type" WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END) + 7) || '''', '''') - 1), 1, instr(substr(substr(replace("s0"."value", '"', ''''), instr(replace("s0"."value", '"', ''''), CASE "s0"."type" WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END) + 7), 1, instr(substr(replace("s0"."value", '"', ''''), instr(replace("s0"."value", '"', ''''), CASE "s0"."type" WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END) + 7) || '''', '''') - 1) || '/', '/') - 1) AS "at_from", substr(substr(substr(replace("s0"."value", '"', ''''), instr(replace("s0"."value", '"', ''''), CASE "s0"."type" WHEN 'xml' THEN ' to=''' ELSE 'to'':''' END) + 5), 1, instr(substr(replace("s0"."value", '"', ''''), instr(replace("s0"."value", '"', ''''), CASE "s0"."type" WHEN 'xml' THEN ' to=''' ELSE 'to'':''' END) + 5) || '''', '''') - 1), 1, instr(substr(substr(replace("s0"."value", '"', ''''), instr(replace("s0"."value", '"', ''''), CASE "s0"."type" WHEN 'xml' THEN ' to=''' ELSE 'to'':''' END) + 5), 1, instr(substr(replace("s0"."value", '"', ''''), instr(replace("s0"."value", '"', ''''), CASE "s0"."type" WHEN 'xml' THEN ' to=''' ELSE 'to'':''' END) + 5) || '''', '''') - 1) || '/', '/') - 1) AS "at_to", "s0"."with" AS "at_with"
                  FROM "prosodyarchive" AS "s0"
                  WHERE "s0"."sort_id" IN
                    (SELECT "s1"."sort_id"
                    FROM "prosodyarchive" AS "s1"
                    WHERE "s1"."host" =
                      (SELECT "t10"."name"
                      FROM "anope_db_xmpphost" AS "t10"
                      WHERE "t10"."id" = "t11"."host") AND "s1"."user" = "t11"."name" AND "s1"."store" = ? AND EXISTS
                      (SELECT 1
                      FROM "anope_db_xmppstore" AS "t12"
                      WHERE "t12"."user" = +"t11"."id" AND "t12"."name" = ?)
                    ORDER BY "s1"."sort_id"
                    LIMIT ?)) AS "s2"),
                (SELECT coalesce(group_concat((char(30) || '1' || char(31) || "s5"."id" || char(31) || char(31) || char(31) || char(31) || coalesce(CASE WHEN "s5"."type" IS NOT NULL THEN lower(hex("s5"."type")) END, '') || char(31) || coalesce(CASE WHEN "s5"."value" IS NOT NULL THEN lower(hex("s5"."value")) END, '') || char(31) || coalesce(CASE WHEN "s5"."at_from" IS NOT NULL THEN lower(hex("s5"."at_from")) END, '') || char(31) || coalesce(
                          (SELECT (concat('{"jid":', json_quote(coalesce(
                                    (SELECT CASE WHEN nullif(CAST("t13"."name" AS TEXT), '') IS NULL THEN CAST("t14"."name" AS TEXT) WHEN nullif(CAST("t14"."name" AS TEXT), '') IS NULL THEN CAST("t13"."name" AS TEXT) ELSE (CAST("t13"."name" AS TEXT) || '@' || CAST("t14"."name" AS TEXT)) END
                                    FROM "anope_db_xmpphost" AS "t14"
                                    WHERE "t14"."id" = "t13"."host"), CAST("t13"."name" AS TEXT), '')), '}'))
                          FROM "anope_db_xmppuser" AS "t13"
                          WHERE "t13"."host" =
                            (SELECT "t15"."id"
                            FROM "anope_db_xmpphost" AS "t15"
                            WHERE "t15"."name" = substr("s5"."at_from", instr("s5"."at_from", '@') + 1)) AND "t13"."name" = substr("s5"."at_from", 1, instr("s5"."at_from" || '@', '@') - 1)), 'null') || char(31) || coalesce(CASE WHEN "s5"."at_to" IS NOT NULL THEN lower(hex("s5"."at_to")) END, '') || char(31) || coalesce(
                          (SELECT (concat('{"jid":', json_quote(coalesce(
                                    (SELECT CASE WHEN nullif(CAST("t16"."name" AS TEXT), '') IS NULL THEN CAST("t17"."name" AS TEXT) WHEN nullif(CAST("t17"."name" AS TEXT), '') IS NULL THEN CAST("t16"."name" AS TEXT) ELSE (CAST("t16"."name" AS TEXT) || '@' || CAST("t17"."name" AS TEXT)) END
                                    FROM "anope_db_xmpphost" AS "t17"
                                    WHERE "t17"."id" = "t16"."host"), CAST("t16"."name" AS TEXT), '')), '}'))
                          FROM "anope_db_xmppuser" AS "t16"
                          WHERE "t16"."host" =
                            (SELECT "t18"."id"
                            FROM "anope_db_xmpphost" AS "t18"
                            WHERE "t18"."name" = substr("s5"."at_to", instr("s5"."at_to", '@') + 1)) AND "t16"."name" = substr("s5"."at_to", 1, instr("s5"."at_to" || '@', '@') - 1)), 'null') || char(31) || coalesce(CASE WHEN "s5"."at_with" IS NOT NULL THEN lower(hex("s5"."at_with")) END, '') || char(31) || coalesce(
                          (SELECT (concat('{"jid":', json_quote(coalesce(
                                    (SELECT CASE WHEN nullif(CAST("t19"."name" AS TEXT), '') IS NULL THEN CAST("t20"."name" AS TEXT) WHEN nullif(CAST("t20"."name" AS TEXT), '') IS NULL THEN CAST("t19"."name" AS TEXT) ELSE (CAST("t19"."name" AS TEXT) || '@' || CAST("t20"."name" AS TEXT)) END
                                    FROM "anope_db_xmpphost" AS "t20"
                                    WHERE "t20"."id" = "t19"."host"), CAST("t19"."name" AS TEXT), '')), '}'))
                          FROM "anope_db_xmppuser" AS "t19"
                          WHERE "t19"."host" =
                            (SELECT "t21"."id"
                            FROM "anope_db_xmpphost" AS "t21"
                            WHERE "t21"."name" = substr("s5"."at_with", instr("s5"."at_with", '@') + 1)) AND "t19"."name" = substr("s5"."at_with", 1, instr("s5"."at_with" || '@', '@') - 1)), 'null')), ''), '')
                FROM
                  (SELECT "s3"."id", "s3"."type", "s3"."value", substr(substr(substr(replace("s3"."value", '"', ''''), instr(replace("s3"."value", '"', ''''), CASE "s3"."type" WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END) + 7), 1, instr(substr(replace("s3"."value", '"', ''''), instr(replace("s3"."value", '"', ''''), CASE "s3"."type" WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END) + 7) || '''', '''') - 1), 1, instr(substr(substr(replace("s3"."value", '"', ''''), instr(replace("s3"."value", '"', ''''), CASE "s3"."type" WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END) + 7), 1, instr(substr(replace("s3"."value", '"', ''''), instr(replace("s3"."value", '"', ''''), CASE "s3"."type" WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END) + 7) || '''', '''') - 1) || '/', '/') - 1) AS "at_from", substr(substr(substr(replace("s3"."value", '"', ''''), instr(replace("s3"."value", '"', ''''), CASE "s3"."type" WHEN 'xml' THEN ' to=''' ELSE 'to'':''' END) + 5), 1, instr(substr(replace("s3"."value", '"', ''''), instr(replace("s3"."value", '"', ''''), CASE "s3"."type" WHEN 'xml' THEN ' to=''' ELSE 'to'':''' END) + 5) || '''', '''') - 1), 1, instr(substr(substr(replace("s3"."value", '"', ''''), instr(replace("s3"."value", '"', ''''), CASE "s3"."type" WHEN 'xml' THEN ' to=''' ELSE 'to'':''' END) + 5), 1, instr(substr(replace("s3"."value", '"', ''''), instr(replace("s3"."value", '"', ''''), CASE "s3"."type" WHEN 'xml' THEN ' to=''' ELSE 'to'':''' END) + 5) || '''', '''') - 1) || '/', '/') - 1) AS "at_to", substr(substr(substr(replace("s3"."value", '"', ''''), instr(replace("s3"."value", '"', ''''), CASE "s3"."type" WHEN 'xml' THEN ' with=''' ELSE 'with'':''' END) + 7), 1, instr(substr(replace("s3"."value", '"', ''''), instr(replace("s3"."value", '"', ''''), CASE "s3"."type" WHEN 'xml' THEN ' with=''' ELSE 'with'':''' END) + 7) || '''', '''') - 1), 1, instr(substr(substr(replace("s3"."value", '"', ''''), instr(replace("s3"."value", '"', ''''), CASE "s3"."type" WHEN 'xml' THEN ' with=''' ELSE 'with'':''' END) + 7), 1, instr(substr(replace("s3"."value", '"', ''''), instr(replace("s3"."value", '"', ''''), CASE "s3"."type" WHEN 'xml' THEN ' with=''' ELSE 'with'':''' END) + 7) || '''', '''') - 1) || '/', '/') - 1) AS "at_with"
                  FROM "edgewise_item" AS "s3"
                  WHERE "s3"."id" IN
                    (SELECT "s4"."id"
                    FROM "edgewise_item" AS "s4"
                    WHERE "s4"."store_id" =
                      (SELECT "t22"."id"
                      FROM "anope_db_xmppstore" AS "t22"
                      WHERE "t22"."user" = +"t11"."id" AND "t22"."name" = ?)
                    ORDER BY "s4"."id"
                    LIMIT ?)) AS "s5"), char(3), '}'))
          FROM "anope_db_xmppuser" AS "t11"
          WHERE "t11"."host" =
            (SELECT "t23"."id"
            FROM "anope_db_xmpphost" AS "t23"
            WHERE "t23"."name" = ?
            ORDER BY "t23"."id"
            LIMIT 1) AND "t11"."name" = ?
          ORDER BY "t11"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)

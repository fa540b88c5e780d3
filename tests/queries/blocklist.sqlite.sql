SELECT CAST((concat('{"data":{"xmppUser":', coalesce(
          (SELECT (concat('{"blocklist":', char(2), '0', char(31),
                (SELECT coalesce(group_concat((char(30) || coalesce(CASE WHEN "t1"."name" IS NOT NULL THEN lower(hex("t1"."name")) END, '') || char(31) || coalesce(CASE WHEN "s0"."key" IS NOT NULL THEN lower(hex("s0"."key")) END, '') || char(31) || coalesce(CASE WHEN "s0"."type" IS NOT NULL THEN lower(hex("s0"."type")) END, '') || char(31) || coalesce(CASE WHEN "s0"."value" IS NOT NULL THEN lower(hex("s0"."value")) END, '') || char(31) || coalesce(
                          (SELECT (concat('{"jid":', json_quote(coalesce(
                                    (SELECT CASE WHEN nullif(CAST("t2"."name" AS TEXT), '') IS NULL THEN CAST("t3"."name" AS TEXT) WHEN nullif(CAST("t3"."name" AS TEXT), '') IS NULL THEN CAST("t2"."name" AS TEXT) ELSE (CAST("t2"."name" AS TEXT) || '@' || CAST("t3"."name" AS TEXT)) END
                                    FROM "anope_db_xmpphost" AS "t3"
                                    WHERE "t3"."id" = "t2"."host"), CAST("t2"."name" AS TEXT), '')), '}'))
                          FROM "anope_db_xmppuser" AS "t2"
                          WHERE "t2"."host" =
                            (SELECT "t4"."id"
                            FROM "anope_db_xmpphost" AS "t4"
                            WHERE "t4"."name" = substr(substr("s0"."key", 1, instr("s0"."key" || '/', '/') - 1), instr(substr("s0"."key", 1, instr("s0"."key" || '/', '/') - 1), '@') + 1)) AND "t2"."name" = substr(substr("s0"."key", 1, instr("s0"."key" || '/', '/') - 1), 1, instr(substr("s0"."key", 1, instr("s0"."key" || '/', '/') - 1) || '@', '@') - 1)), 'null')), ''), '')
                FROM "anope_db_xmppstore" AS "t1" CROSS JOIN "prosody" AS "s0"
                WHERE "s0"."store_id" = "t1"."id" AND "t1"."user" = +"t5"."id" AND "t1"."name" = ?), char(3), '}'))
          FROM "anope_db_xmppuser" AS "t5"
          WHERE "t5"."host" =
            (SELECT "t6"."id"
            FROM "anope_db_xmpphost" AS "t6"
            WHERE "t6"."name" = ?
            ORDER BY "t6"."id"
            LIMIT 1) AND "t5"."name" = ?
          ORDER BY "t5"."id"
          LIMIT 1), 'null'), ',"none":', coalesce(
          (SELECT (concat('{"blocklist":', char(2), '1', char(31),
                (SELECT coalesce(group_concat((char(30) || coalesce(CASE WHEN "t7"."name" IS NOT NULL THEN lower(hex("t7"."name")) END, '') || char(31) || coalesce(CASE WHEN "s1"."key" IS NOT NULL THEN lower(hex("s1"."key")) END, '') || char(31) || coalesce(CASE WHEN "s1"."type" IS NOT NULL THEN lower(hex("s1"."type")) END, '') || char(31) || coalesce(CASE WHEN "s1"."value" IS NOT NULL THEN lower(hex("s1"."value")) END, '')), ''), '')
                FROM "anope_db_xmppstore" AS "t7" CROSS JOIN "prosody" AS "s1"
                WHERE "s1"."store_id" = "t7"."id" AND "t7"."user" = +"t8"."id" AND "t7"."name" = ?), char(3), '}'))
          FROM "anope_db_xmppuser" AS "t8"
          WHERE "t8"."host" =
            (SELECT "t9"."id"
            FROM "anope_db_xmpphost" AS "t9"
            WHERE "t9"."name" = ?
            ORDER BY "t9"."id"
            LIMIT 1) AND "t8"."name" = ?
          ORDER BY "t8"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)

SELECT CAST((concat('{"data":{"xmppUser":', coalesce(
          (SELECT (concat('{"jid":', json_quote(coalesce(
                    (SELECT CASE WHEN nullif(CAST("t1"."name" AS TEXT), '') IS NULL THEN CAST("t2"."name" AS TEXT) WHEN nullif(CAST("t2"."name" AS TEXT), '') IS NULL THEN CAST("t1"."name" AS TEXT) ELSE (CAST("t1"."name" AS TEXT) || '@' || CAST("t2"."name" AS TEXT)) END
                    FROM "anope_db_xmpphost" AS "t2"
                    WHERE "t2"."id" = "t1"."host"), CAST("t1"."name" AS TEXT), '')), ',"roster":', char(2), '1', char(31),
                (SELECT coalesce(group_concat((char(30) || coalesce(CASE WHEN "t3"."name" IS NOT NULL THEN lower(hex("t3"."name")) END, '') || char(31) || coalesce(CASE WHEN "s0"."key" IS NOT NULL THEN lower(hex("s0"."key")) END, '') || char(31) || coalesce(CASE WHEN "s0"."type" IS NOT NULL THEN lower(hex("s0"."type")) END, '') || char(31) || coalesce(CASE WHEN "s0"."value" IS NOT NULL THEN lower(hex("s0"."value")) END, '') || char(31) || coalesce(
                          (SELECT (concat('{"jid":', json_quote(coalesce(
                                    (SELECT CASE WHEN nullif(CAST("t4"."name" AS TEXT), '') IS NULL THEN CAST("t5"."name" AS TEXT) WHEN nullif(CAST("t5"."name" AS TEXT), '') IS NULL THEN CAST("t4"."name" AS TEXT) ELSE (CAST("t4"."name" AS TEXT) || '@' || CAST("t5"."name" AS TEXT)) END
                                    FROM "anope_db_xmpphost" AS "t5"
                                    WHERE "t5"."id" = "t4"."host"), CAST("t4"."name" AS TEXT), '')), ',"account":', char(2), '0', char(31), coalesce(CASE WHEN "t4"."name" IS NOT NULL THEN lower(hex("t4"."name")) END, ''),
                                (SELECT coalesce(group_concat((char(30) || "t6"."id" || char(31) || coalesce(CASE WHEN CAST("t6"."display" AS TEXT) IS NOT NULL THEN lower(hex(CAST("t6"."display" AS TEXT))) END, '') || char(31) || coalesce(
                                          (SELECT json_object('display', CAST("t7"."display" AS TEXT))
                                          FROM "anope_db_account" AS "t7"
                                          WHERE "t7"."id" = "t6"."id"), 'null')), ''), '')
                                FROM "anope_db_account" AS "t6"
                                WHERE (((substr(coalesce(lower("t6"."display"), ''), 1, 191) = substr(lower("t4"."name"), 1, 191)) AND (lower("t6"."display") = lower("t4"."name"))) AND EXISTS
                                    (SELECT 1
                                    FROM "anope_db_xmpphost" AS "t8"
                                    WHERE "t8"."id" = "t4"."host" AND "t8"."name" = ?))), char(3), '}'))
                          FROM "anope_db_xmppuser" AS "t4"
                          WHERE "t4"."host" =
                            (SELECT "t9"."id"
                            FROM "anope_db_xmpphost" AS "t9"
                            WHERE "t9"."name" = substr(substr("s0"."key", 1, instr("s0"."key" || '/', '/') - 1), instr(substr("s0"."key", 1, instr("s0"."key" || '/', '/') - 1), '@') + 1)) AND "t4"."name" = substr(substr("s0"."key", 1, instr("s0"."key" || '/', '/') - 1), 1, instr(substr("s0"."key", 1, instr("s0"."key" || '/', '/') - 1) || '@', '@') - 1)), 'null')), ''), '')
                FROM "anope_db_xmppstore" AS "t3" CROSS JOIN "prosody" AS "s0"
                WHERE "s0"."store_id" = "t3"."id" AND "t3"."user" = +"t1"."id" AND "t3"."name" = ?), char(3), '}'))
          FROM "anope_db_xmppuser" AS "t1"
          WHERE "t1"."host" =
            (SELECT "t10"."id"
            FROM "anope_db_xmpphost" AS "t10"
            WHERE "t10"."name" = ?
            ORDER BY "t10"."id"
            LIMIT 1) AND "t1"."name" = ?
          ORDER BY "t1"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)

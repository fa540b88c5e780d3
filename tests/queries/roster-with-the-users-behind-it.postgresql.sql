SELECT ('{"data":{"xmppUser":' || coalesce(
      (SELECT ('{"jid":' || coalesce(to_json(coalesce(
                (SELECT CASE WHEN nullif(CAST("t1"."name" AS TEXT), '') IS NULL THEN CAST("t2"."name" AS TEXT) WHEN nullif(CAST("t2"."name" AS TEXT), '') IS NULL THEN CAST("t1"."name" AS TEXT) ELSE (CAST("t1"."name" AS TEXT) || '@' || CAST("t2"."name" AS TEXT)) END
                FROM "anope_db_xmpphost" AS "t2"
                WHERE "t2"."id" = "t1"."host"), CAST("t1"."name" AS TEXT), ''))::text, 'null') || ',"roster":' || chr(2) || '1' || chr(31) ||
          (SELECT coalesce(string_agg((chr(30) || coalesce(encode(convert_to("t3"."name", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s0"."key", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s0"."type", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s0"."value", 'UTF8'), 'hex'), '') || chr(31) || coalesce(
                    (SELECT ('{"jid":' || coalesce(to_json(coalesce(
                              (SELECT CASE WHEN nullif(CAST("t4"."name" AS TEXT), '') IS NULL THEN CAST("t5"."name" AS TEXT) WHEN nullif(CAST("t5"."name" AS TEXT), '') IS NULL THEN CAST("t4"."name" AS TEXT) ELSE (CAST("t4"."name" AS TEXT) || '@' || CAST("t5"."name" AS TEXT)) END
                              FROM "anope_db_xmpphost" AS "t5"
                              WHERE "t5"."id" = "t4"."host"), CAST("t4"."name" AS TEXT), ''))::text, 'null') || ',"account":' || chr(2) || '0' || chr(31) || coalesce(encode(convert_to("t4"."name", 'UTF8'), 'hex'), '') ||
                        (SELECT coalesce(string_agg((chr(30) || "t6"."id"::text || chr(31) || coalesce(encode(convert_to(CAST("t6"."display" AS TEXT), 'UTF8'), 'hex'), '') || chr(31) || coalesce(
                                  (SELECT ('{"display":' || coalesce(to_json(CAST("t7"."display" AS TEXT))::text, 'null') || '}')
                                  FROM "anope_db_account" AS "t7"
                                  WHERE "t7"."id" = "t6"."id"), 'null')), ''), '')
                        FROM "anope_db_account" AS "t6"
                        WHERE (((left(coalesce(lower("t6"."display" COLLATE "C"), ''), 191) = left(lower("t4"."name" COLLATE "C"), 191)) AND (lower("t6"."display" COLLATE "C") = lower("t4"."name" COLLATE "C"))) AND EXISTS
                            (SELECT 1
                            FROM "anope_db_xmpphost" AS "t8"
                            WHERE "t8"."id" = "t4"."host" AND "t8"."name" = %s))) || chr(3) || '}')
                    FROM "anope_db_xmppuser" AS "t4"
                    WHERE "t4"."host" =
                      (SELECT "t9"."id"
                      FROM "anope_db_xmpphost" AS "t9"
                      WHERE "t9"."name" = split_part(split_part("s0"."key", '/', 1), '@', 2)) AND "t4"."name" = split_part(split_part("s0"."key", '/', 1), '@', 1)), 'null')), ''), '')
          FROM "anope_db_xmppstore" AS "t3" CROSS JOIN "prosody" AS "s0"
          WHERE "s0"."store_id" = "t3"."id" AND "t3"."user" = "t1"."id" AND "t3"."name" = %s) || chr(3) || '}')
      FROM "anope_db_xmppuser" AS "t1"
      WHERE "t1"."host" =
        (SELECT "t10"."id"
        FROM "anope_db_xmpphost" AS "t10"
        WHERE "t10"."name" = %s
        ORDER BY "t10"."id"
        LIMIT 1) AND "t1"."name" = %s
      ORDER BY "t1"."id"
      LIMIT 1), 'null') || '}}')

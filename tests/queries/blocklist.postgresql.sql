SELECT ('{"data":{"xmppUser":' || coalesce(
      (SELECT ('{"blocklist":' || chr(2) || '0' || chr(31) ||
          (SELECT coalesce(string_agg((chr(30) || coalesce(encode(convert_to("t1"."name", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s0"."key", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s0"."type", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s0"."value", 'UTF8'), 'hex'), '') || chr(31) || coalesce(
                    (SELECT ('{"jid":' || coalesce(to_json(coalesce(
                              (SELECT CASE WHEN nullif(CAST("t2"."name" AS TEXT), '') IS NULL THEN CAST("t3"."name" AS TEXT) WHEN nullif(CAST("t3"."name" AS TEXT), '') IS NULL THEN CAST("t2"."name" AS TEXT) ELSE (CAST("t2"."name" AS TEXT) || '@' || CAST("t3"."name" AS TEXT)) END
                              FROM "anope_db_xmpphost" AS "t3"
                              WHERE "t3"."id" = "t2"."host"), CAST("t2"."name" AS TEXT), ''))::text, 'null') || '}')
                    FROM "anope_db_xmppuser" AS "t2"
                    WHERE "t2"."host" =
                      (SELECT "t4"."id"
                      FROM "anope_db_xmpphost" AS "t4"
                      WHERE "t4"."name" = split_part(split_part("s0"."key", '/', 1), '@', 2)) AND "t2"."name" = split_part(split_part("s0"."key", '/', 1), '@', 1)), 'null')), ''), '')
          FROM "anope_db_xmppstore" AS "t1" CROSS JOIN "prosody" AS "s0"
          WHERE "s0"."store_id" = "t1"."id" AND "t1"."user" = "t5"."id" AND "t1"."name" = %s) || chr(3) || '}')
      FROM "anope_db_xmppuser" AS "t5"
      WHERE "t5"."host" =
        (SELECT "t6"."id"
        FROM "anope_db_xmpphost" AS "t6"
        WHERE "t6"."name" = %s
        ORDER BY "t6"."id"
        LIMIT 1) AND "t5"."name" = %s
      ORDER BY "t5"."id"
      LIMIT 1), 'null') || ',"none":' || coalesce(
      (SELECT ('{"blocklist":' || chr(2) || '1' || chr(31) ||
          (SELECT coalesce(string_agg((chr(30) || coalesce(encode(convert_to("t7"."name", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s1"."key", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s1"."type", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s1"."value", 'UTF8'), 'hex'), '')), ''), '')
          FROM "anope_db_xmppstore" AS "t7" CROSS JOIN "prosody" AS "s1"
          WHERE "s1"."store_id" = "t7"."id" AND "t7"."user" = "t8"."id" AND "t7"."name" = %s) || chr(3) || '}')
      FROM "anope_db_xmppuser" AS "t8"
      WHERE "t8"."host" =
        (SELECT "t9"."id"
        FROM "anope_db_xmpphost" AS "t9"
        WHERE "t9"."name" = %s
        ORDER BY "t9"."id"
        LIMIT 1) AND "t8"."name" = %s
      ORDER BY "t8"."id"
      LIMIT 1), 'null') || '}}')

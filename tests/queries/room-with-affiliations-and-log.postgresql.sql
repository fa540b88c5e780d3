SELECT ('{"data":{"xmppUser":' || coalesce(
      (SELECT ('{"room":' || chr(2) || '1' || chr(31) || coalesce((encode(convert_to("t1"."name", 'UTF8'), 'hex') || '.' || encode(convert_to(
                  (SELECT "t2"."name"
                  FROM "anope_db_xmpphost" AS "t2"
                  WHERE "t2"."id" = "t1"."host"), 'UTF8'), 'hex')), '') || chr(31) || chr(2) || '0' || chr(31) || '1' ||
          (SELECT coalesce(string_agg((chr(30) || '0' || chr(31) || "s2"."sort_id"::text || chr(31) || "s2"."when"::text || chr(31) || coalesce(encode(convert_to("s2"."key", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s2"."with", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s2"."type", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s2"."value", 'UTF8'), 'hex'), '')), ''), '')
          FROM
            (SELECT "s0"."sort_id", "s0"."when", "s0"."key", "s0"."with", "s0"."type", "s0"."value"
            FROM "prosodyarchive" AS "s0"
            WHERE "s0"."sort_id" IN
              (SELECT "s1"."sort_id"
              FROM "prosodyarchive" AS "s1"
              WHERE "s1"."host" =
                (SELECT "t3"."name"
                FROM "anope_db_xmpphost" AS "t3"
                WHERE "t3"."id" = "t1"."host") AND "s1"."user" = "t1"."name" AND "s1"."store" = %s AND EXISTS
                (SELECT 1
                FROM "anope_db_xmppstore" AS "t4"
                WHERE "t4"."user" = "t1"."id" AND "t4"."name" = %s)
              ORDER BY "s1"."sort_id"
              LIMIT %s)) AS "s2") ||
          (SELECT coalesce(string_agg((chr(30) || '1' || chr(31) || "s5"."id"::text || chr(31) || chr(31) || chr(31) || chr(31) || coalesce(encode(convert_to("s5"."type", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s5"."value", 'UTF8'), 'hex'), '')), ''), '')
          FROM
            (SELECT "s3"."id", "s3"."type", "s3"."value"
            FROM "edgewise_item" AS "s3"
            WHERE "s3"."id" IN
              (SELECT "s4"."id"
              FROM "edgewise_item" AS "s4"
              WHERE "s4"."store_id" =
                (SELECT "t5"."id"
                FROM "anope_db_xmppstore" AS "t5"
                WHERE "t5"."user" = "t1"."id" AND "t5"."name" = %s)
              ORDER BY "s4"."id"
              LIMIT %s)) AS "s5") || chr(3) ||
          (SELECT coalesce(string_agg((chr(30) || coalesce(encode(convert_to("t6"."name", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s6"."key", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s6"."type", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s6"."value", 'UTF8'), 'hex'), '') || chr(31) || coalesce(
                    (SELECT ('{"jid":' || coalesce(to_json(coalesce(
                              (SELECT CASE WHEN nullif(CAST("t7"."name" AS TEXT), '') IS NULL THEN CAST("t8"."name" AS TEXT) WHEN nullif(CAST("t8"."name" AS TEXT), '') IS NULL THEN CAST("t7"."name" AS TEXT) ELSE (CAST("t7"."name" AS TEXT) || '@' || CAST("t8"."name" AS TEXT)) END
                              FROM "anope_db_xmpphost" AS "t8"
                              WHERE "t8"."id" = "t7"."host"), CAST("t7"."name" AS TEXT), ''))::text, 'null') || '}')
                    FROM "anope_db_xmppuser" AS "t7"
                    WHERE "t7"."host" =
                      (SELECT "t9"."id"
                      FROM "anope_db_xmpphost" AS "t9"
                      WHERE "t9"."name" = split_part(split_part("s6"."key", '/', 1), '@', 2)) AND "t7"."name" = split_part(split_part("s6"."key", '/', 1), '@', 1)), 'null')), ''), '')
          FROM "anope_db_xmppstore" AS "t6" CROSS JOIN "prosody" AS "s6"
          WHERE "s6"."store_id" = "t6"."id" AND "t6"."user" = "t1"."id" AND "t6"."name" IN (%s, %s)) || chr(3) || '}')
      FROM "anope_db_xmppuser" AS "t1"
      WHERE "t1"."host" =
        (SELECT "t10"."id"
        FROM "anope_db_xmpphost" AS "t10"
        WHERE "t10"."name" = %s
        ORDER BY "t10"."id"
        LIMIT 1) AND "t1"."name" = %s
      ORDER BY "t1"."id"
      LIMIT 1), 'null') || ',"person":' || coalesce(
      (SELECT ('{"room":' || chr(2) || '2' || chr(31) || coalesce((encode(convert_to("t11"."name", 'UTF8'), 'hex') || '.' || encode(convert_to(
                  (SELECT "t12"."name"
                  FROM "anope_db_xmpphost" AS "t12"
                  WHERE "t12"."id" = "t11"."host"), 'UTF8'), 'hex')), '') ||
          (SELECT coalesce(string_agg((chr(30) || coalesce(encode(convert_to("t13"."name", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s7"."key", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s7"."type", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s7"."value", 'UTF8'), 'hex'), '')), ''), '')
          FROM "anope_db_xmppstore" AS "t13" CROSS JOIN "prosody" AS "s7"
          WHERE "s7"."store_id" = "t13"."id" AND "t13"."user" = "t11"."id" AND "t13"."name" IN (%s, %s)) || chr(3) || '}')
      FROM "anope_db_xmppuser" AS "t11"
      WHERE "t11"."host" =
        (SELECT "t14"."id"
        FROM "anope_db_xmpphost" AS "t14"
        WHERE "t14"."name" = %s
        ORDER BY "t14"."id"
        LIMIT 1) AND "t11"."name" = %s
      ORDER BY "t11"."id"
      LIMIT 1), 'null') || '}}')

SELECT ('{"data":{"xmppUser":' || coalesce(
      (SELECT ('{"offlineMessages":' || chr(2) || '0' || chr(31) || '1' ||
          (SELECT coalesce(string_agg((chr(30) || '0' || chr(31) || "s2"."sort_id"::text || chr(31) || "s2"."when"::text || chr(31) || coalesce(encode(convert_to("s2"."key", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s2"."with", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s2"."type", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s2"."value", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s2"."at_from", 'UTF8'), 'hex'), '') || chr(31) || coalesce(
                    (SELECT ('{"jid":' || coalesce(to_json(coalesce(
                              (SELECT CASE WHEN nullif(CAST("t1"."name" AS TEXT), '') IS NULL THEN CAST("t2"."name" AS TEXT) WHEN nullif(CAST("t2"."name" AS TEXT), '') IS NULL THEN CAST("t1"."name" AS TEXT) ELSE (CAST("t1"."name" AS TEXT) || '@' || CAST("t2"."name" AS TEXT)) END
                              FROM "anope_db_xmpphost" AS "t2"
                              WHERE "t2"."id" = "t1"."host"), CAST("t1"."name" AS TEXT), ''))::text, 'null') || '}')
                    FROM "anope_db_xmppuser" AS "t1"
                    WHERE "t1"."host" =
                      (SELECT "t3"."id"
                      FROM "anope_db_xmpphost" AS "t3"
                      WHERE "t3"."name" = split_part("s2"."at_from", '@', 2)) AND "t1"."name" = split_part("s2"."at_from", '@', 1)), 'null')), ''), '')
          FROM
            (SELECT "s0"."sort_id", "s0"."when", "s0"."key", "s0"."with", "s0"."type", "s0"."value", split_part(split_part(split_part(replace("s0"."value", '"', ''''), CASE "s0"."type" WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, 2), '''', 1), '/', 1) AS "at_from"
            FROM "prosodyarchive" AS "s0"
            WHERE "s0"."sort_id" IN
              (SELECT "s1"."sort_id"
              FROM "prosodyarchive" AS "s1"
              WHERE "s1"."host" =
                (SELECT "t4"."name"
                FROM "anope_db_xmpphost" AS "t4"
                WHERE "t4"."id" = "t5"."host") AND "s1"."user" = "t5"."name" AND "s1"."store" = %s AND EXISTS
                (SELECT 1
                FROM "anope_db_xmppstore" AS "t6"
                WHERE "t6"."user" = "t5"."id" AND "t6"."name" = %s)
              ORDER BY "s1"."sort_id"
              LIMIT %s)) AS "s2") ||
          (SELECT coalesce(string_agg((chr(30) || '1' || chr(31) || "s5"."id"::text || chr(31) || chr(31) || chr(31) || chr(31) || coalesce(encode(convert_to("s5"."type", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s5"."value", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s5"."at_from", 'UTF8'), 'hex'), '') || chr(31) || coalesce(
                    (SELECT ('{"jid":' || coalesce(to_json(coalesce(
                              (SELECT CASE WHEN nullif(CAST("t7"."name" AS TEXT), '') IS NULL THEN CAST("t8"."name" AS TEXT) WHEN nullif(CAST("t8"."name" AS TEXT), '') IS NULL THEN CAST("t7"."name" AS TEXT) ELSE (CAST("t7"."name" AS TEXT) || '@' || CAST("t8"."name" AS TEXT)) END
                              FROM "anope_db_xmpphost" AS "t8"
                              WHERE "t8"."id" = "t7"."host"), CAST("t7"."name" AS TEXT), ''))::text, 'null') || '}')
                    FROM "anope_db_xmppuser" AS "t7"
                    WHERE "t7"."host" =
                      (SELECT "t9"."id"
                      FROM "anope_db_xmpphost" AS "t9"
                      WHERE "t9"."name" = split_part("s5"."at_from", '@', 2)) AND "t7"."name" = split_part("s5"."at_from", '@', 1)), 'null')), ''), '')
          FROM
            (SELECT "s3"."id", "s3"."type", "s3"."value", split_part(split_part(split_part(replace("s3"."value", '"', ''''), CASE "s3"."type" WHEN 'xml' THEN ' from=''' ELSE 'from'':''' END, 2), '''', 1), '/', 1) AS "at_from"
            FROM "edgewise_item" AS "s3"
            WHERE "s3"."id" IN
              (SELECT "s4"."id"
              FROM "edgewise_item" AS "s4"
              WHERE "s4"."store_id" =
                (SELECT "t10"."id"
                FROM "anope_db_xmppstore" AS "t10"
                WHERE "t10"."user" = "t5"."id" AND "t10"."name" = %s)
              ORDER BY "s4"."id"
              LIMIT %s)) AS "s5") || chr(3) || '}')
      FROM "anope_db_xmppuser" AS "t5"
      WHERE "t5"."host" =
        (SELECT "t11"."id"
        FROM "anope_db_xmpphost" AS "t11"
        WHERE "t11"."name" = %s
        ORDER BY "t11"."id"
        LIMIT 1) AND "t5"."name" = %s
      ORDER BY "t5"."id"
      LIMIT 1), 'null') || '}}')

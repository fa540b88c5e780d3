SELECT ('{"data":{"xmppUser":' || coalesce(
      (SELECT ('{"vcard":' || chr(2) || '0' ||
          (SELECT coalesce(string_agg((chr(30) || coalesce(encode(convert_to("t1"."name", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s7"."key", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s7"."type", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s7"."value", 'UTF8'), 'hex'), '')), ''), '')
          FROM "anope_db_xmppstore" AS "t1" CROSS JOIN "prosody" AS "s7"
          WHERE "s7"."store_id" = "t1"."id" AND "t1"."user" = "t2"."id" AND "t1"."name" = %s) || CASE WHEN EXISTS
          (SELECT 1
          FROM "anope_db_xmppstore" AS "t3" CROSS JOIN "prosody" AS "s0"
          WHERE "s0"."store_id" = "t3"."id" AND "t3"."user" = "t2"."id" AND "t3"."name" = %s) THEN '' ELSE (
            (SELECT coalesce(string_agg((chr(30) || '0' || chr(31) || "s3"."sort_id"::text || chr(31) || "s3"."when"::text || chr(31) || coalesce(encode(convert_to("s3"."key", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s3"."with", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s3"."type", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s3"."value", 'UTF8'), 'hex'), '')), ''), '')
            FROM
              (SELECT "s1"."sort_id", "s1"."when", "s1"."key", "s1"."with", "s1"."type", "s1"."value"
              FROM "prosodyarchive" AS "s1"
              WHERE "s1"."sort_id" IN
                (SELECT "s2"."sort_id"
                FROM "prosodyarchive" AS "s2"
                WHERE "s2"."host" =
                  (SELECT "t4"."name"
                  FROM "anope_db_xmpphost" AS "t4"
                  WHERE "t4"."id" = "t2"."host") AND "s2"."user" = "t2"."name" AND "s2"."store" = %s AND EXISTS
                  (SELECT 1
                  FROM "anope_db_xmppstore" AS "t5"
                  WHERE "t5"."user" = "t2"."id" AND "t5"."name" = %s)
                ORDER BY "s2"."sort_id"
                LIMIT 1000)) AS "s3") ||
            (SELECT coalesce(string_agg((chr(30) || '1' || chr(31) || "s6"."id"::text || chr(31) || chr(31) || chr(31) || chr(31) || coalesce(encode(convert_to("s6"."type", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s6"."value", 'UTF8'), 'hex'), '')), ''), '')
            FROM
              (SELECT "s4"."id", "s4"."type", "s4"."value"
              FROM "edgewise_item" AS "s4"
              WHERE "s4"."id" IN
                (SELECT "s5"."id"
                FROM "edgewise_item" AS "s5"
                WHERE "s5"."store_id" =
                  (SELECT "t6"."id"
                  FROM "anope_db_xmppstore" AS "t6"
                  WHERE "t6"."user" = "t2"."id" AND "t6"."name" = %s)
                ORDER BY "s5"."id"
                LIMIT 1000)) AS "s6")) END || chr(3) || ',"details":' || chr(2) || '1' ||
          (SELECT coalesce(string_agg((chr(30) || coalesce(encode(convert_to("t7"."name", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s15"."key", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s15"."type", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s15"."value", 'UTF8'), 'hex'), '')), ''), '')
          FROM "anope_db_xmppstore" AS "t7" CROSS JOIN "prosody" AS "s15"
          WHERE "s15"."store_id" = "t7"."id" AND "t7"."user" = "t2"."id" AND "t7"."name" = %s) || CASE WHEN EXISTS
          (SELECT 1
          FROM "anope_db_xmppstore" AS "t8" CROSS JOIN "prosody" AS "s8"
          WHERE "s8"."store_id" = "t8"."id" AND "t8"."user" = "t2"."id" AND "t8"."name" = %s) THEN '' ELSE (
            (SELECT coalesce(string_agg((chr(30) || '0' || chr(31) || "s11"."sort_id"::text || chr(31) || "s11"."when"::text || chr(31) || coalesce(encode(convert_to("s11"."key", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s11"."with", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s11"."type", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s11"."value", 'UTF8'), 'hex'), '')), ''), '')
            FROM
              (SELECT "s9"."sort_id", "s9"."when", "s9"."key", "s9"."with", "s9"."type", "s9"."value"
              FROM "prosodyarchive" AS "s9"
              WHERE "s9"."sort_id" IN
                (SELECT "s10"."sort_id"
                FROM "prosodyarchive" AS "s10"
                WHERE "s10"."host" =
                  (SELECT "t9"."name"
                  FROM "anope_db_xmpphost" AS "t9"
                  WHERE "t9"."id" = "t2"."host") AND "s10"."user" = "t2"."name" AND "s10"."store" = %s AND EXISTS
                  (SELECT 1
                  FROM "anope_db_xmppstore" AS "t10"
                  WHERE "t10"."user" = "t2"."id" AND "t10"."name" = %s)
                ORDER BY "s10"."sort_id"
                LIMIT 1000)) AS "s11") ||
            (SELECT coalesce(string_agg((chr(30) || '1' || chr(31) || "s14"."id"::text || chr(31) || chr(31) || chr(31) || chr(31) || coalesce(encode(convert_to("s14"."type", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s14"."value", 'UTF8'), 'hex'), '')), ''), '')
            FROM
              (SELECT "s12"."id", "s12"."type", "s12"."value"
              FROM "edgewise_item" AS "s12"
              WHERE "s12"."id" IN
                (SELECT "s13"."id"
                FROM "edgewise_item" AS "s13"
                WHERE "s13"."store_id" =
                  (SELECT "t11"."id"
                  FROM "anope_db_xmppstore" AS "t11"
                  WHERE "t11"."user" = "t2"."id" AND "t11"."name" = %s)
                ORDER BY "s13"."id"
                LIMIT 1000)) AS "s14")) END || chr(3) || ',"secret":null,"missing":' || chr(2) || '2' ||
          (SELECT coalesce(string_agg((chr(30) || coalesce(encode(convert_to("t12"."name", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s23"."key", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s23"."type", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s23"."value", 'UTF8'), 'hex'), '')), ''), '')
          FROM "anope_db_xmppstore" AS "t12" CROSS JOIN "prosody" AS "s23"
          WHERE "s23"."store_id" = "t12"."id" AND "t12"."user" = "t2"."id" AND "t12"."name" = %s) || CASE WHEN EXISTS
          (SELECT 1
          FROM "anope_db_xmppstore" AS "t13" CROSS JOIN "prosody" AS "s16"
          WHERE "s16"."store_id" = "t13"."id" AND "t13"."user" = "t2"."id" AND "t13"."name" = %s) THEN '' ELSE (
            (SELECT coalesce(string_agg((chr(30) || '0' || chr(31) || "s19"."sort_id"::text || chr(31) || "s19"."when"::text || chr(31) || coalesce(encode(convert_to("s19"."key", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s19"."with", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s19"."type", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s19"."value", 'UTF8'), 'hex'), '')), ''), '')
            FROM
              (SELECT "s17"."sort_id", "s17"."when", "s17"."key", "s17"."with", "s17"."type", "s17"."value"
              FROM "prosodyarchive" AS "s17"
              WHERE "s17"."sort_id" IN
                (SELECT "s18"."sort_id"
                FROM "prosodyarchive" AS "s18"
                WHERE "s18"."host" =
                  (SELECT "t14"."name"
                  FROM "anope_db_xmpphost" AS "t14"
                  WHERE "t14"."id" = "t2"."host") AND "s18"."user" = "t2"."name" AND "s18"."store" = %s AND EXISTS
                  (SELECT 1
                  FROM "anope_db_xmppstore" AS "t15"
                  WHERE "t15"."user" = "t2"."id" AND "t15"."name" = %s)
                ORDER BY "s18"."sort_id"
                LIMIT 1000)) AS "s19") ||
            (SELECT coalesce(string_agg((chr(30) || '1' || chr(31) || "s22"."id"::text || chr(31) || chr(31) || chr(31) || chr(31) || coalesce(encode(convert_to("s22"."type", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s22"."value", 'UTF8'), 'hex'), '')), ''), '')
            FROM
              (SELECT "s20"."id", "s20"."type", "s20"."value"
              FROM "edgewise_item" AS "s20"
              WHERE "s20"."id" IN
                (SELECT "s21"."id"
                FROM "edgewise_item" AS "s21"
                WHERE "s21"."store_id" =
                  (SELECT "t16"."id"
                  FROM "anope_db_xmppstore" AS "t16"
                  WHERE "t16"."user" = "t2"."id" AND "t16"."name" = %s)
                ORDER BY "s21"."id"
                LIMIT 1000)) AS "s22")) END || chr(3) || ',"stores":{"nodes":[' ||
          (SELECT coalesce(string_agg("p"."j", ','), '')
          FROM
            (SELECT ('{"name":' || coalesce(to_json(CAST("t17"."name" AS TEXT))::text, 'null') || '}') AS "j"
            FROM "anope_db_xmppstore" AS "t17"
            WHERE "t17"."user" = "t2"."id"
            ORDER BY left(coalesce(lower("t17"."name" COLLATE "C"), ''), 191) ASC, "t17"."id" ASC
            LIMIT %s) AS "p") || ']}}')
      FROM "anope_db_xmppuser" AS "t2"
      WHERE "t2"."host" =
        (SELECT "t18"."id"
        FROM "anope_db_xmpphost" AS "t18"
        WHERE "t18"."name" = %s
        ORDER BY "t18"."id"
        LIMIT 1) AND "t2"."name" = %s
      ORDER BY "t2"."id"
      LIMIT 1), 'null') || '}}')

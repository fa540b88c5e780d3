SELECT ('{"data":{"account":' || coalesce(
      (SELECT ('{"greet":' || coalesce(to_json(CAST("t1"."greet" AS TEXT))::text, 'null') || '}')
      FROM "anope_db_account" AS "t1"
      WHERE ((left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t1"."display" COLLATE "C") = %s))
      ORDER BY "t1"."id"
      LIMIT 1), 'null') || ',"xmppUser":' || coalesce(
      (SELECT ('{"archive":' || chr(2) || '0' || chr(31) || '1' ||
          (SELECT coalesce(string_agg((chr(30) || '0' || chr(31) || "s2"."sort_id"::text || chr(31) || "s2"."when"::text || chr(31) || coalesce(encode(convert_to("s2"."key", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s2"."with", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s2"."type", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s2"."value", 'UTF8'), 'hex'), '')), ''), '')
          FROM
            (SELECT "s0"."sort_id", "s0"."when", "s0"."key", "s0"."with", "s0"."type", "s0"."value"
            FROM "prosodyarchive" AS "s0"
            WHERE "s0"."sort_id" IN
              (SELECT "s1"."sort_id"
              FROM "prosodyarchive" AS "s1"
              WHERE "s1"."host" =
                (SELECT "t2"."name"
                FROM "anope_db_xmpphost" AS "t2"
                WHERE "t2"."id" = "t3"."host") AND "s1"."user" = "t3"."name" AND "s1"."store" = %s AND EXISTS
                (SELECT 1
                FROM "anope_db_xmppstore" AS "t4"
                WHERE "t4"."user" = "t3"."id" AND "t4"."name" = %s)
              ORDER BY "s1"."sort_id" DESC
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
                WHERE "t5"."user" = "t3"."id" AND "t5"."name" = %s)
              ORDER BY "s4"."id" DESC
              LIMIT %s)) AS "s5") || chr(3) || '}')
      FROM "anope_db_xmppuser" AS "t3"
      WHERE "t3"."host" =
        (SELECT "t6"."id"
        FROM "anope_db_xmpphost" AS "t6"
        WHERE "t6"."name" = %s
        ORDER BY "t6"."id"
        LIMIT 1) AND "t3"."name" = %s
      ORDER BY "t3"."id"
      LIMIT 1), 'null') || '}}')

SELECT ('{"data":{"xmppUsers":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"jid":' || coalesce(to_json(coalesce(
            (SELECT CASE WHEN nullif(CAST("t1"."name" AS TEXT), '') IS NULL THEN CAST("t2"."name" AS TEXT) WHEN nullif(CAST("t2"."name" AS TEXT), '') IS NULL THEN CAST("t1"."name" AS TEXT) ELSE (CAST("t1"."name" AS TEXT) || '@' || CAST("t2"."name" AS TEXT)) END
            FROM "anope_db_xmpphost" AS "t2"
            WHERE "t2"."id" = "t1"."host"), CAST("t1"."name" AS TEXT), ''))::text, 'null') || ',"archive":' || chr(2) || '0' || chr(31) || '1' ||
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
            WHERE "t5"."user" = "t1"."id" AND "t5"."name" = %s)
          ORDER BY "s4"."id" DESC
          LIMIT %s)) AS "s5") || chr(3) || '}') AS "j"
  FROM "anope_db_xmppuser" AS "t1"
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"

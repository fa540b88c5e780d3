SELECT ('{"data":{"xmppUsers":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"jid":' || coalesce(to_json(coalesce(
            (SELECT CASE WHEN nullif(CAST("t1"."name" AS TEXT), '') IS NULL THEN CAST("t2"."name" AS TEXT) WHEN nullif(CAST("t2"."name" AS TEXT), '') IS NULL THEN CAST("t1"."name" AS TEXT) ELSE (CAST("t1"."name" AS TEXT) || '@' || CAST("t2"."name" AS TEXT)) END
            FROM "anope_db_xmpphost" AS "t2"
            WHERE "t2"."id" = "t1"."host"), CAST("t1"."name" AS TEXT), ''))::text, 'null') || ',"roster":' || chr(2) || '0' || chr(31) ||
      (SELECT coalesce(string_agg((chr(30) || coalesce(encode(convert_to("t3"."name", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s0"."key", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s0"."type", 'UTF8'), 'hex'), '') || chr(31) || coalesce(encode(convert_to("s0"."value", 'UTF8'), 'hex'), '')), ''), '')
      FROM "anope_db_xmppstore" AS "t3" CROSS JOIN "prosody" AS "s0"
      WHERE "s0"."store_id" = "t3"."id" AND "t3"."user" = "t1"."id" AND "t3"."name" = %s) || chr(3) || '}') AS "j"
  FROM "anope_db_xmppuser" AS "t1"
  WHERE "t1"."host" IN
    (SELECT "t4"."id"
    FROM "anope_db_xmpphost" AS "t4"
    WHERE (left(coalesce(lower("t4"."name" COLLATE "C"), ''), 191) = left(%s, 191) AND lower("t4"."name" COLLATE "C") = %s))
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"

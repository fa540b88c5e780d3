SELECT ('{"data":{"accounts":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"display":' || coalesce(to_json(CAST("t1"."display" AS TEXT))::text, 'null') || ',"xmppUser":' || chr(2) || '1' || chr(31) || coalesce(encode(convert_to(CAST("t1"."display" AS TEXT), 'UTF8'), 'hex'), '') || chr(31) || coalesce(
        (SELECT ('{"jid":' || coalesce(to_json(coalesce(
                  (SELECT CASE WHEN nullif(CAST("t2"."name" AS TEXT), '') IS NULL THEN CAST("t3"."name" AS TEXT) WHEN nullif(CAST("t3"."name" AS TEXT), '') IS NULL THEN CAST("t2"."name" AS TEXT) ELSE (CAST("t2"."name" AS TEXT) || '@' || CAST("t3"."name" AS TEXT)) END
                  FROM "anope_db_xmpphost" AS "t3"
                  WHERE "t3"."id" = "t2"."host"), CAST("t2"."name" AS TEXT), ''))::text, 'null') || ',"account":' || chr(2) || '0' || chr(31) || coalesce(encode(convert_to("t2"."name", 'UTF8'), 'hex'), '') ||
            (SELECT coalesce(string_agg((chr(30) || "t4"."id"::text || chr(31) || coalesce(encode(convert_to(CAST("t4"."display" AS TEXT), 'UTF8'), 'hex'), '') || chr(31) || coalesce(
                      (SELECT ('{"display":' || coalesce(to_json(CAST("t5"."display" AS TEXT))::text, 'null') || '}')
                      FROM "anope_db_account" AS "t5"
                      WHERE "t5"."id" = "t4"."id"), 'null')), ''), '')
            FROM "anope_db_account" AS "t4"
            WHERE (((left(coalesce(lower("t4"."display" COLLATE "C"), ''), 191) = left(lower("t2"."name" COLLATE "C"), 191)) AND (lower("t4"."display" COLLATE "C") = lower("t2"."name" COLLATE "C"))) AND EXISTS
                (SELECT 1
                FROM "anope_db_xmpphost" AS "t6"
                WHERE "t6"."id" = "t2"."host" AND "t6"."name" = %s))) || chr(3) || '}')
        FROM "anope_db_xmppuser" AS "t2"
        WHERE "t2"."host" =
          (SELECT "t7"."id"
          FROM "anope_db_xmpphost" AS "t7"
          WHERE "t7"."name" = %s) AND "t2"."name" = lower(CAST("t1"."display" AS TEXT) COLLATE "C")), 'null') || chr(3) || '}') AS "j"
  FROM "anope_db_account" AS "t1"
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"

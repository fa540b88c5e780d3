SELECT CAST((concat('{"data":{"xmppUsers":{"nodes":[', group_concat("p"."j", ','), ']}}}')) AS BLOB)
FROM
  (SELECT (concat('{"jid":', json_quote(coalesce(
            (SELECT CASE WHEN nullif(CAST("t1"."name" AS TEXT), '') IS NULL THEN CAST("t2"."name" AS TEXT) WHEN nullif(CAST("t2"."name" AS TEXT), '') IS NULL THEN CAST("t1"."name" AS TEXT) ELSE (CAST("t1"."name" AS TEXT) || '@' || CAST("t2"."name" AS TEXT)) END
            FROM "anope_db_xmpphost" AS "t2"
            WHERE "t2"."id" = "t1"."host"), CAST("t1"."name" AS TEXT), '')), ',"roster":', char(2), '0', char(31),
        (SELECT coalesce(group_concat((char(30) || coalesce(CASE WHEN "t3"."name" IS NOT NULL THEN lower(hex("t3"."name")) END, '') || char(31) || coalesce(CASE WHEN "s0"."key" IS NOT NULL THEN lower(hex("s0"."key")) END, '') || char(31) || coalesce(CASE WHEN "s0"."type" IS NOT NULL THEN lower(hex("s0"."type")) END, '') || char(31) || coalesce(CASE WHEN "s0"."value" IS NOT NULL THEN lower(hex("s0"."value")) END, '')), ''), '')
        FROM "anope_db_xmppstore" AS "t3" CROSS JOIN "prosody" AS "s0"
        WHERE "s0"."store_id" = "t3"."id" AND "t3"."user" = +"t1"."id" AND "t3"."name" = ?), char(3), '}')) AS "j"
  FROM "anope_db_xmppuser" AS "t1"
  WHERE "t1"."host" IN
    (SELECT +"t4"."id"
    FROM "anope_db_xmpphost" AS "t4"
    WHERE (substr(coalesce(lower("t4"."name"), ''), 1, 191) = substr(?, 1, 191) AND lower("t4"."name") = ?))
  ORDER BY "t1"."id" ASC
  LIMIT ?) AS "p"

SELECT ('{"data":{"plain":' || coalesce(
      (SELECT ('{"id":"xmppuser:' || "t1"."id"::text || '","jid":' || coalesce('"' || replace(replace((coalesce(
                    (SELECT CASE WHEN nullif(CAST("t1"."name" AS TEXT), '') IS NULL THEN CAST("t2"."name" AS TEXT) WHEN nullif(CAST("t2"."name" AS TEXT), '') IS NULL THEN CAST("t1"."name" AS TEXT) ELSE (CAST("t1"."name" AS TEXT) || '@' || CAST("t2"."name" AS TEXT)) END
                    FROM "anope_db_xmpphost" AS "t2"
                    WHERE "t2"."id" = "t1"."host"), CAST("t1"."name" AS TEXT), '')) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
      FROM "anope_db_xmppuser" AS "t1"
      WHERE "t1"."host" =
        (SELECT "t3"."id"
        FROM "anope_db_xmpphost" AS "t3"
        WHERE "t3"."name" = %s
        ORDER BY "t3"."id"
        LIMIT 1) AND "t1"."name" = %s
      ORDER BY "t1"."id"
      LIMIT 1), 'null') || ',"loud":' || coalesce(
      (SELECT ('{"id":"xmppuser:' || "t4"."id"::text || '"}')
      FROM "anope_db_xmppuser" AS "t4"
      WHERE "t4"."host" =
        (SELECT "t5"."id"
        FROM "anope_db_xmpphost" AS "t5"
        WHERE "t5"."name" = %s
        ORDER BY "t5"."id"
        LIMIT 1) AND "t4"."name" = %s
      ORDER BY "t4"."id"
      LIMIT 1), 'null') || ',"stranger":' || coalesce(
      (SELECT ('{"id":"xmppuser:' || "t6"."id"::text || '"}')
      FROM "anope_db_xmppuser" AS "t6"
      WHERE "t6"."host" =
        (SELECT "t7"."id"
        FROM "anope_db_xmpphost" AS "t7"
        WHERE "t7"."name" = %s
        ORDER BY "t7"."id"
        LIMIT 1) AND "t6"."name" = %s
      ORDER BY "t6"."id"
      LIMIT 1), 'null') || '}}')

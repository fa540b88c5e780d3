SELECT ('{"data":{"xmppStore":' || coalesce(
      (SELECT ('{"name":' || coalesce('"' || replace(replace((CAST("t1"."name" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"user":' || coalesce(
            (SELECT ('{"jid":' || coalesce('"' || replace(replace((coalesce(
                          (SELECT CASE WHEN nullif(CAST("t2"."name" AS TEXT), '') IS NULL THEN CAST("t3"."name" AS TEXT) WHEN nullif(CAST("t3"."name" AS TEXT), '') IS NULL THEN CAST("t2"."name" AS TEXT) ELSE (CAST("t2"."name" AS TEXT) || '@' || CAST("t3"."name" AS TEXT)) END
                          FROM "anope_db_xmpphost" AS "t3"
                          WHERE "t3"."id" = "t2"."host"), CAST("t2"."name" AS TEXT), '')) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
            FROM "anope_db_xmppuser" AS "t2"
            WHERE "t2"."id" = "t1"."user"), 'null') || '}')
      FROM "anope_db_xmppstore" AS "t1"
      WHERE "t1"."user" =
        (SELECT "t4"."id"
        FROM "anope_db_xmppuser" AS "t4"
        WHERE "t4"."host" =
          (SELECT "t5"."id"
          FROM "anope_db_xmpphost" AS "t5"
          WHERE "t5"."name" = %s
          ORDER BY "t5"."id"
          LIMIT 1) AND "t4"."name" = %s
        ORDER BY "t4"."id"
        LIMIT 1) AND "t1"."name" = %s
      ORDER BY "t1"."id"
      LIMIT 1), 'null') || '}}')

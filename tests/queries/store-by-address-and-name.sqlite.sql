SELECT CAST((concat('{"data":{"xmppStore":', coalesce(
          (SELECT (concat('{"name":', json_quote(CAST("t1"."name" AS TEXT)), ',"user":', coalesce(
                  (SELECT (concat('{"jid":', json_quote(coalesce(
                            (SELECT CASE WHEN nullif(CAST("t2"."name" AS TEXT), '') IS NULL THEN CAST("t3"."name" AS TEXT) WHEN nullif(CAST("t3"."name" AS TEXT), '') IS NULL THEN CAST("t2"."name" AS TEXT) ELSE (CAST("t2"."name" AS TEXT) || '@' || CAST("t3"."name" AS TEXT)) END
                            FROM "anope_db_xmpphost" AS "t3"
                            WHERE "t3"."id" = "t2"."host"), CAST("t2"."name" AS TEXT), '')), '}'))
                  FROM "anope_db_xmppuser" AS "t2"
                  WHERE "t2"."id" = "t1"."user"), 'null'), '}'))
          FROM "anope_db_xmppstore" AS "t1"
          WHERE "t1"."user" =
            (SELECT "t4"."id"
            FROM "anope_db_xmppuser" AS "t4"
            WHERE "t4"."host" =
              (SELECT "t5"."id"
              FROM "anope_db_xmpphost" AS "t5"
              WHERE "t5"."name" = ?
              ORDER BY "t5"."id"
              LIMIT 1) AND "t4"."name" = ?
            ORDER BY "t4"."id"
            LIMIT 1) AND "t1"."name" = ?
          ORDER BY "t1"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)

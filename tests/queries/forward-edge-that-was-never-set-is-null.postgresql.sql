SELECT ('{"data":{"channel":' || coalesce(
      (SELECT ('{"name":' || coalesce('"' || replace(replace((CAST("t1"."name" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"successor":' || coalesce(
            (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t2"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
            FROM "anope_db_account" AS "t2"
            WHERE "t2"."id" = "t1"."successor"), 'null') || ',"bot":' || coalesce(
            (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t3"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
            FROM "anope_db_botinfo" AS "t3"
            WHERE "t3"."id" = "t1"."bi"), 'null') || ',"founder":' || coalesce(
            (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t4"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
            FROM "anope_db_account" AS "t4"
            WHERE "t4"."id" = "t1"."founder"), 'null') || '}')
      FROM "anope_db_channel" AS "t1"
      WHERE ((left(coalesce(lower("t1"."name" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t1"."name" COLLATE "C") = %s))
      ORDER BY "t1"."id"
      LIMIT 1), 'null') || '}}')

SELECT ('{"data":{"who":' || coalesce(
      (SELECT ('{"name":' || coalesce(to_json(CAST("t1"."display" AS TEXT))::text, 'null') || ',"display":' || coalesce(to_json(CAST("t1"."email" AS TEXT))::text, 'null') || ',"own":{"some":[' ||
          (SELECT coalesce(string_agg("p"."j", ','), '')
          FROM
            (SELECT ('{"name":' || coalesce(to_json(CAST("t2"."nick" AS TEXT))::text, 'null') || '}') AS "j"
            FROM "anope_db_nick" AS "t2"
            WHERE "t2"."nc" = "t1"."id"
            ORDER BY "t2"."id" ASC
            LIMIT %s) AS "p") || ']}}')
      FROM "anope_db_account" AS "t1"
      WHERE ((left(coalesce(lower("t1"."display" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t1"."display" COLLATE "C") = %s))
      ORDER BY "t1"."id"
      LIMIT 1), 'null') || '}}')

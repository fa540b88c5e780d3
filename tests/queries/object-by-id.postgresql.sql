SELECT ('{"data":{"account":' || coalesce(
      (SELECT ('{"id":"account:' || "t1"."id"::text || '","display":' || coalesce(to_json(CAST("t1"."display" AS TEXT))::text, 'null') || ',"email":' || coalesce(to_json(CAST("t1"."email" AS TEXT))::text, 'null') || '}')
      FROM "anope_db_account" AS "t1"
      WHERE "t1"."id" = %s), 'null') || '}}')

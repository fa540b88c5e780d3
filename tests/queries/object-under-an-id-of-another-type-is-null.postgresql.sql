SELECT ('{"data":{"node":' || coalesce(
      (SELECT ('{"id":"channel:' || "t1"."id"::text || '","__typename":"Channel"}')
      FROM "anope_db_channel" AS "t1"
      WHERE "t1"."id" = %s), 'null') || '}}')

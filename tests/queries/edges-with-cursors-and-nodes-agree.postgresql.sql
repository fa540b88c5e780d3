SELECT ('{"data":{"bots":' ||
    (SELECT ('{"nodes":[' || coalesce(string_agg("p"."j0", ','), '') || '],"edges":[' || coalesce(string_agg("p"."j1", ','), '') || ']}')
    FROM
      (SELECT ('{"nick":' || coalesce('"' || replace(replace((CAST("t1"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j0", ('{"cursor":"' || ('a38e68104e7294e7.' || coalesce("t1"."id"::text, '')) || '","node":' || ('{"nick":' || coalesce('"' || replace(replace((CAST("t1"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') || '}') AS "j1"
      FROM "anope_db_botinfo" AS "t1"
      ORDER BY "t1"."id" ASC
      LIMIT %s) AS "p") || '}}')

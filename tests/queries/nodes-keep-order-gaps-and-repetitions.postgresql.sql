SELECT ('{"data":{"nodes":[' ||
    (SELECT coalesce(string_agg(p.j, ','
        ORDER BY p.n), '')
    FROM
      (SELECT coalesce(CASE (w.pair->>0)::integer WHEN 0 THEN
          (SELECT ('{"__typename":"Account","display":' || coalesce('"' || replace(replace((CAST("t1"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
          FROM "anope_db_account" AS "t1"
          WHERE "t1"."id" = (w.pair->>1)::bigint) WHEN 1 THEN
          (SELECT ('{"__typename":"Bot","nick":' || coalesce('"' || replace(replace((CAST("t2"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
          FROM "anope_db_botinfo" AS "t2"
          WHERE "t2"."id" = (w.pair->>1)::bigint) WHEN 2 THEN
          (SELECT '{"__typename":"Memo"}'
          FROM "anope_db_memo" AS "t3"
          WHERE "t3"."id" = (w.pair->>1)::bigint) END, 'null') AS j, w.place AS n FROM json_array_elements(%s::json) WITH ORDINALITY AS w (pair, place)
      ORDER BY w.place) AS p) || ']}}')

SELECT ('{"data":{"channels":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"name":' || coalesce('"' || replace(replace((CAST("t1"."name" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
  FROM "anope_db_channel" AS "t1"
  WHERE "t1"."founder" IN
    (SELECT "t2"."id"
    FROM "anope_db_account" AS "t2"
    WHERE "t2"."id" IN
      (SELECT "t3"."nc"
      FROM "anope_db_nick" AS "t3"
      WHERE "t3"."nc" IN
        (SELECT "t4"."id"
        FROM "anope_db_account" AS "t4"
        WHERE (left(coalesce(lower("t4"."display" COLLATE "C"), ''), 191) = left(%s, 191) AND lower("t4"."display" COLLATE "C") = %s))))
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"

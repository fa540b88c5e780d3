SELECT ('{"data":{"channel":' || coalesce(
      (SELECT ('{"description":' || coalesce('"' || replace(replace((CAST("t1"."desc" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"lastTopic":' || coalesce('"' || replace(replace((CAST("t1"."last_topic" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"lastTopicSetter":' || coalesce('"' || replace(replace((CAST("t1"."last_topic_setter" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"timeRegistered":' || CASE WHEN "t1"."time_registered" BETWEEN -62135596800 AND 253402300799 AND "t1"."time_registered" <> 0 THEN to_char(timestamp 'epoch' + interval '1 second' * "t1"."time_registered", '\"YYYY-MM-DD"T"HH24:MI:SS"Z\"') ELSE 'null' END || ',"private":' || CASE WHEN "t1"."CS_PRIVATE" <> 0 THEN 'true' ELSE 'false' END || ',"banType":' || CASE WHEN "t1"."bantype" BETWEEN -2147483648 AND 2147483647 THEN "t1"."bantype"::text ELSE 'null' END || ',"banExpire":' || coalesce(('"' || "t1"."banexpire"::text || '"'), 'null') || '}')
      FROM "anope_db_channel" AS "t1"
      WHERE ((left(coalesce(lower("t1"."name" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t1"."name" COLLATE "C") = %s))
      ORDER BY "t1"."id"
      LIMIT 1), 'null') || ',"badWords":{"nodes":[' ||
    (SELECT coalesce(string_agg("p"."j", ','), '')
    FROM
      (SELECT ('{"word":' || coalesce('"' || replace(replace((CAST("t2"."word" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"type":' || CASE CAST("t2"."type" AS TEXT) WHEN 'BW_ANY' THEN '"ANY"' WHEN '0' THEN '"ANY"' WHEN 'BW_SINGLE' THEN '"SINGLE"' WHEN '1' THEN '"SINGLE"' WHEN 'BW_START' THEN '"START"' WHEN '2' THEN '"START"' WHEN 'BW_END' THEN '"END"' WHEN '3' THEN '"END"' ELSE 'null' END || '}') AS "j"
      FROM "anope_db_badword" AS "t2"
      ORDER BY "t2"."id" ASC
      LIMIT %s) AS "p") || ']},"allStats":{"nodes":[' ||
    (SELECT coalesce(string_agg("p"."j", ','), '')
    FROM
      (SELECT ('{"maxUserCount":' || coalesce(('"' || "t3"."maxusercount"::text || '"'), 'null') || ',"maxUserTime":' || CASE WHEN "t3"."maxusertime" BETWEEN -62135596800 AND 253402300799 AND "t3"."maxusertime" <> 0 THEN to_char(timestamp 'epoch' + interval '1 second' * "t3"."maxusertime", '\"YYYY-MM-DD"T"HH24:MI:SS"Z\"') ELSE 'null' END || '}') AS "j"
      FROM "anope_db_stats" AS "t3"
      ORDER BY "t3"."id" ASC
      LIMIT %s) AS "p") || ']}}}')

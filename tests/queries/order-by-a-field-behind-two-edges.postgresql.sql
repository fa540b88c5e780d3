SELECT ('{"data":{"memos":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"sender":' || coalesce('"' || replace(replace((CAST("t1"."sender" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"time":' || CASE WHEN "t1"."time" BETWEEN -62135596800 AND 253402300799 AND "t1"."time" <> 0 THEN to_char(timestamp 'epoch' + interval '1 second' * "t1"."time", '\"YYYY-MM-DD"T"HH24:MI:SS"Z\"') ELSE 'null' END || ',"memoInfo":' || coalesce(
        (SELECT ('{"owner":' || coalesce(CASE
              (SELECT "t2"."type"
              FROM "anope_db_objects" AS "t2"
              WHERE "t2"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_botinfo" AS "t4"
              WHERE "t4"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_xline" AS "t5"
              WHERE "t5"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_oper" AS "t6"
              WHERE "t6"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_badword" AS "t7"
              WHERE "t7"."id" = "t3"."owner") WHEN %s THEN
              (SELECT ('{"name":' || coalesce('"' || replace(replace((CAST("t8"."name" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
              FROM "anope_db_channel" AS "t8"
              WHERE "t8"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_level" AS "t9"
              WHERE "t9"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_mlockmode" AS "t10"
              WHERE "t10"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_accesschanaccess" AS "t11"
              WHERE "t11"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_akick" AS "t12"
              WHERE "t12"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_entrymsg" AS "t13"
              WHERE "t13"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_flagschanaccess" AS "t14"
              WHERE "t14"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_logsetting" AS "t15"
              WHERE "t15"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_modelock" AS "t16"
              WHERE "t16"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_csmiscdata" AS "t17"
              WHERE "t17"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_cssuspendinfo" AS "t18"
              WHERE "t18"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_xopchanaccess" AS "t19"
              WHERE "t19"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_vhost" AS "t20"
              WHERE "t20"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_hostrequest" AS "t21"
              WHERE "t21"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_memoinfo" AS "t22"
              WHERE "t22"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_memo" AS "t23"
              WHERE "t23"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_memoignore" AS "t24"
              WHERE "t24"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_nick" AS "t25"
              WHERE "t25"."id" = "t3"."owner") WHEN %s THEN
              (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t26"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
              FROM "anope_db_account" AS "t26"
              WHERE "t26"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_mode" AS "t27"
              WHERE "t27"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_nsaccess" AS "t28"
              WHERE "t28"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_autojoin" AS "t29"
              WHERE "t29"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_nsmiscdata" AS "t30"
              WHERE "t30"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_nssuspendinfo" AS "t31"
              WHERE "t31"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_forbid" AS "t32"
              WHERE "t32"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_ignore" AS "t33"
              WHERE "t33"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_operinfo" AS "t34"
              WHERE "t34"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_newsitem" AS "t35"
              WHERE "t35"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_exception" AS "t36"
              WHERE "t36"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_stats" AS "t37"
              WHERE "t37"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_kickerdata" AS "t38"
              WHERE "t38"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_dnszone" AS "t39"
              WHERE "t39"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_dnsserver" AS "t40"
              WHERE "t40"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_dnszonemembership" AS "t41"
              WHERE "t41"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_dnsip" AS "t42"
              WHERE "t42"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_xmpphost" AS "t43"
              WHERE "t43"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_xmppuser" AS "t44"
              WHERE "t44"."id" = "t3"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_xmppstore" AS "t45"
              WHERE "t45"."id" = "t3"."owner") END, 'null') || '}')
        FROM "anope_db_memoinfo" AS "t3"
        WHERE "t3"."id" = "t1"."mi"), 'null') || '}') AS "j"
  FROM "anope_db_memo" AS "t1" LEFT OUTER JOIN "anope_db_memoinfo" AS "t46" ON "t46"."id" = "t1"."mi" LEFT OUTER JOIN "anope_db_account" AS "t47" ON "t47"."id" = "t46"."owner"
  ORDER BY coalesce(left(coalesce(lower("t47"."display" COLLATE "C"), ''), 191), '') ASC, "t1"."time" DESC NULLS LAST, "t1"."id" DESC
  LIMIT %s) AS "p"

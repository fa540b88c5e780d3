SELECT ('{"data":{"memos":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"sender":' || coalesce(to_json(CAST("t1"."sender" AS TEXT))::text, 'null') || ',"memoInfo":' || coalesce(
        (SELECT ('{"memoMax":' || CASE WHEN "t2"."memomax" BETWEEN -2147483648 AND 2147483647 THEN "t2"."memomax"::text ELSE 'null' END || ',"owner":' || coalesce(CASE
              (SELECT "t3"."type"
              FROM "anope_db_objects" AS "t3"
              WHERE "t3"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_botinfo" AS "t4"
              WHERE "t4"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_xline" AS "t5"
              WHERE "t5"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_oper" AS "t6"
              WHERE "t6"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_badword" AS "t7"
              WHERE "t7"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_channel" AS "t8"
              WHERE "t8"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_level" AS "t9"
              WHERE "t9"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_mlockmode" AS "t10"
              WHERE "t10"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_accesschanaccess" AS "t11"
              WHERE "t11"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_akick" AS "t12"
              WHERE "t12"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_entrymsg" AS "t13"
              WHERE "t13"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_flagschanaccess" AS "t14"
              WHERE "t14"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_logsetting" AS "t15"
              WHERE "t15"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_modelock" AS "t16"
              WHERE "t16"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_csmiscdata" AS "t17"
              WHERE "t17"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_cssuspendinfo" AS "t18"
              WHERE "t18"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_xopchanaccess" AS "t19"
              WHERE "t19"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_vhost" AS "t20"
              WHERE "t20"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_hostrequest" AS "t21"
              WHERE "t21"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_memoinfo" AS "t22"
              WHERE "t22"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_memo" AS "t23"
              WHERE "t23"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_memoignore" AS "t24"
              WHERE "t24"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_nick" AS "t25"
              WHERE "t25"."id" = "t2"."owner") WHEN %s THEN
              (SELECT ('{"display":' || coalesce(to_json(CAST("t26"."display" AS TEXT))::text, 'null') || ',"xmppUser":' || chr(2) || '0' || chr(31) || coalesce(encode(convert_to(CAST("t26"."display" AS TEXT), 'UTF8'), 'hex'), '') || chr(31) || coalesce(
                    (SELECT ('{"jid":' || coalesce(to_json(coalesce(
                              (SELECT CASE WHEN nullif(CAST("t27"."name" AS TEXT), '') IS NULL THEN CAST("t28"."name" AS TEXT) WHEN nullif(CAST("t28"."name" AS TEXT), '') IS NULL THEN CAST("t27"."name" AS TEXT) ELSE (CAST("t27"."name" AS TEXT) || '@' || CAST("t28"."name" AS TEXT)) END
                              FROM "anope_db_xmpphost" AS "t28"
                              WHERE "t28"."id" = "t27"."host"), CAST("t27"."name" AS TEXT), ''))::text, 'null') || ',"host":' || coalesce(
                          (SELECT ('{"name":' || coalesce(to_json(CAST("t29"."name" AS TEXT))::text, 'null') || '}')
                          FROM "anope_db_xmpphost" AS "t29"
                          WHERE "t29"."id" = "t27"."host"), 'null') || '}')
                    FROM "anope_db_xmppuser" AS "t27"
                    WHERE "t27"."host" =
                      (SELECT "t30"."id"
                      FROM "anope_db_xmpphost" AS "t30"
                      WHERE "t30"."name" = %s) AND "t27"."name" = lower(CAST("t26"."display" AS TEXT) COLLATE "C")), 'null') || chr(3) || '}')
              FROM "anope_db_account" AS "t26"
              WHERE "t26"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_mode" AS "t31"
              WHERE "t31"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_nsaccess" AS "t32"
              WHERE "t32"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_autojoin" AS "t33"
              WHERE "t33"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_nsmiscdata" AS "t34"
              WHERE "t34"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_nssuspendinfo" AS "t35"
              WHERE "t35"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_forbid" AS "t36"
              WHERE "t36"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_ignore" AS "t37"
              WHERE "t37"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_operinfo" AS "t38"
              WHERE "t38"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_newsitem" AS "t39"
              WHERE "t39"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_exception" AS "t40"
              WHERE "t40"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_stats" AS "t41"
              WHERE "t41"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_kickerdata" AS "t42"
              WHERE "t42"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_dnszone" AS "t43"
              WHERE "t43"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_dnsserver" AS "t44"
              WHERE "t44"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_dnszonemembership" AS "t45"
              WHERE "t45"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_dnsip" AS "t46"
              WHERE "t46"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_xmpphost" AS "t47"
              WHERE "t47"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_xmppuser" AS "t48"
              WHERE "t48"."id" = "t2"."owner") WHEN %s THEN
              (SELECT '{}'
              FROM "anope_db_xmppstore" AS "t49"
              WHERE "t49"."id" = "t2"."owner") END, 'null') || '}')
        FROM "anope_db_memoinfo" AS "t2"
        WHERE "t2"."id" = "t1"."mi"), 'null') || '}') AS "j"
  FROM "anope_db_memo" AS "t1"
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"

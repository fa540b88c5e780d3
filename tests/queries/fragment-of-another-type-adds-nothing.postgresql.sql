SELECT ('{"data":{"vhosts":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"owner":' || coalesce(CASE
        (SELECT "t1"."type"
        FROM "anope_db_objects" AS "t1"
        WHERE "t1"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_botinfo" AS "t3"
        WHERE "t3"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_xline" AS "t4"
        WHERE "t4"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_oper" AS "t5"
        WHERE "t5"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_badword" AS "t6"
        WHERE "t6"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_channel" AS "t7"
        WHERE "t7"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_level" AS "t8"
        WHERE "t8"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_mlockmode" AS "t9"
        WHERE "t9"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_accesschanaccess" AS "t10"
        WHERE "t10"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_akick" AS "t11"
        WHERE "t11"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_entrymsg" AS "t12"
        WHERE "t12"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_flagschanaccess" AS "t13"
        WHERE "t13"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_logsetting" AS "t14"
        WHERE "t14"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_modelock" AS "t15"
        WHERE "t15"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_csmiscdata" AS "t16"
        WHERE "t16"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_cssuspendinfo" AS "t17"
        WHERE "t17"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_xopchanaccess" AS "t18"
        WHERE "t18"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_vhost" AS "t19"
        WHERE "t19"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_hostrequest" AS "t20"
        WHERE "t20"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_memoinfo" AS "t21"
        WHERE "t21"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_memo" AS "t22"
        WHERE "t22"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_memoignore" AS "t23"
        WHERE "t23"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_nick" AS "t24"
        WHERE "t24"."id" = "t2"."owner") WHEN %s THEN
        (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t25"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
        FROM "anope_db_account" AS "t25"
        WHERE "t25"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_mode" AS "t26"
        WHERE "t26"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_nsaccess" AS "t27"
        WHERE "t27"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_autojoin" AS "t28"
        WHERE "t28"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_nsmiscdata" AS "t29"
        WHERE "t29"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_nssuspendinfo" AS "t30"
        WHERE "t30"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_forbid" AS "t31"
        WHERE "t31"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_ignore" AS "t32"
        WHERE "t32"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_operinfo" AS "t33"
        WHERE "t33"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_newsitem" AS "t34"
        WHERE "t34"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_exception" AS "t35"
        WHERE "t35"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_stats" AS "t36"
        WHERE "t36"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_kickerdata" AS "t37"
        WHERE "t37"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_dnszone" AS "t38"
        WHERE "t38"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_dnsserver" AS "t39"
        WHERE "t39"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_dnszonemembership" AS "t40"
        WHERE "t40"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_dnsip" AS "t41"
        WHERE "t41"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_xmpphost" AS "t42"
        WHERE "t42"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_xmppuser" AS "t43"
        WHERE "t43"."id" = "t2"."owner") WHEN %s THEN
        (SELECT '{}'
        FROM "anope_db_xmppstore" AS "t44"
        WHERE "t44"."id" = "t2"."owner") END, 'null') || '}') AS "j"
  FROM "anope_db_vhost" AS "t2"
  WHERE EXISTS
    (SELECT 1
    FROM "anope_db_nick" AS "t45"
    WHERE "t45"."id" = "t2"."owner" AND 1 = 1)
  ORDER BY "t2"."id" ASC
  LIMIT %s) AS "p"

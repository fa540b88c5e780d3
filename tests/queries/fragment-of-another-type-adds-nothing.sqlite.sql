SELECT CAST((concat('{"data":{"vhosts":{"nodes":[', group_concat((concat('{"owner":', coalesce(CASE
                (SELECT "t1"."type"
                FROM "anope_db_objects" AS "t1"
                WHERE "t1"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_botinfo" AS "t2"
                WHERE "t2"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_xline" AS "t3"
                WHERE "t3"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_oper" AS "t4"
                WHERE "t4"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_badword" AS "t5"
                WHERE "t5"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_channel" AS "t6"
                WHERE "t6"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_level" AS "t7"
                WHERE "t7"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_mlockmode" AS "t8"
                WHERE "t8"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_accesschanaccess" AS "t9"
                WHERE "t9"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_akick" AS "t10"
                WHERE "t10"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_entrymsg" AS "t11"
                WHERE "t11"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_flagschanaccess" AS "t12"
                WHERE "t12"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_logsetting" AS "t13"
                WHERE "t13"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_modelock" AS "t14"
                WHERE "t14"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_csmiscdata" AS "t15"
                WHERE "t15"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_cssuspendinfo" AS "t16"
                WHERE "t16"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_xopchanaccess" AS "t17"
                WHERE "t17"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_vhost" AS "t18"
                WHERE "t18"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_hostrequest" AS "t19"
                WHERE "t19"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_memoinfo" AS "t20"
                WHERE "t20"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_memo" AS "t21"
                WHERE "t21"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_memoignore" AS "t22"
                WHERE "t22"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_nick" AS "t23"
                WHERE "t23"."id" = "p0"."owner") WHEN ? THEN
                (SELECT json_object('display', CAST("t24"."display" AS TEXT))
                FROM "anope_db_account" AS "t24"
                WHERE "t24"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_mode" AS "t25"
                WHERE "t25"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_nsaccess" AS "t26"
                WHERE "t26"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_autojoin" AS "t27"
                WHERE "t27"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_nsmiscdata" AS "t28"
                WHERE "t28"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_nssuspendinfo" AS "t29"
                WHERE "t29"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_forbid" AS "t30"
                WHERE "t30"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_ignore" AS "t31"
                WHERE "t31"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_operinfo" AS "t32"
                WHERE "t32"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_newsitem" AS "t33"
                WHERE "t33"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_exception" AS "t34"
                WHERE "t34"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_stats" AS "t35"
                WHERE "t35"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_kickerdata" AS "t36"
                WHERE "t36"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_dnszone" AS "t37"
                WHERE "t37"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_dnsserver" AS "t38"
                WHERE "t38"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_dnszonemembership" AS "t39"
                WHERE "t39"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_dnsip" AS "t40"
                WHERE "t40"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_xmpphost" AS "t41"
                WHERE "t41"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_xmppuser" AS "t42"
                WHERE "t42"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{}'))
                FROM "anope_db_xmppstore" AS "t43"
                WHERE "t43"."id" = "p0"."owner") END, 'null'), '}')), ','), ']}}}')) AS BLOB)
FROM
  (SELECT "t44"."owner" AS "owner"
  FROM "anope_db_vhost" AS "t44"
  WHERE EXISTS
    (SELECT 1
    FROM "anope_db_nick" AS "t45"
    WHERE "t45"."id" = "t44"."owner" AND 1 = 1)
  ORDER BY "t44"."id" ASC
  LIMIT ?) AS "p0"

SELECT CAST((concat('{"data":{"memos":{"nodes":[', group_concat((concat('{"sender":', json_quote(CAST("p0"."sender" AS TEXT)), ',"memoInfo":', coalesce(
                (SELECT (concat('{"memoMax":', CASE typeof("t1"."memomax") WHEN 'integer' THEN CASE WHEN "t1"."memomax" BETWEEN -2147483648 AND 2147483647 THEN "t1"."memomax" ELSE 'null' END WHEN 'text' THEN CASE WHEN CAST(CAST("t1"."memomax" AS INTEGER) AS TEXT) = "t1"."memomax" THEN CASE WHEN CAST("t1"."memomax" AS INTEGER) BETWEEN -2147483648 AND 2147483647 THEN CAST("t1"."memomax" AS INTEGER) ELSE 'null' END ELSE 'null' END ELSE 'null' END, ',"owner":', coalesce(CASE
                        (SELECT "t2"."type"
                        FROM "anope_db_objects" AS "t2"
                        WHERE "t2"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_botinfo" AS "t3"
                        WHERE "t3"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_xline" AS "t4"
                        WHERE "t4"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_oper" AS "t5"
                        WHERE "t5"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_badword" AS "t6"
                        WHERE "t6"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_channel" AS "t7"
                        WHERE "t7"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_level" AS "t8"
                        WHERE "t8"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_mlockmode" AS "t9"
                        WHERE "t9"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_accesschanaccess" AS "t10"
                        WHERE "t10"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_akick" AS "t11"
                        WHERE "t11"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_entrymsg" AS "t12"
                        WHERE "t12"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_flagschanaccess" AS "t13"
                        WHERE "t13"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_logsetting" AS "t14"
                        WHERE "t14"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_modelock" AS "t15"
                        WHERE "t15"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_csmiscdata" AS "t16"
                        WHERE "t16"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_cssuspendinfo" AS "t17"
                        WHERE "t17"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_xopchanaccess" AS "t18"
                        WHERE "t18"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_vhost" AS "t19"
                        WHERE "t19"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_hostrequest" AS "t20"
                        WHERE "t20"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_memoinfo" AS "t21"
                        WHERE "t21"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_memo" AS "t22"
                        WHERE "t22"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_memoignore" AS "t23"
                        WHERE "t23"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_nick" AS "t24"
                        WHERE "t24"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{"display":', json_quote(CAST("t25"."display" AS TEXT)), ',"xmppUser":', char(2), '0', char(31), coalesce(CASE WHEN CAST("t25"."display" AS TEXT) IS NOT NULL THEN lower(hex(CAST("t25"."display" AS TEXT))) END, ''), char(31), coalesce(
                                (SELECT (concat('{"jid":', json_quote(coalesce(
                                          (SELECT CASE WHEN nullif(CAST("t26"."name" AS TEXT), '') IS NULL THEN CAST("t27"."name" AS TEXT) WHEN nullif(CAST("t27"."name" AS TEXT), '') IS NULL THEN CAST("t26"."name" AS TEXT) ELSE (CAST("t26"."name" AS TEXT) || '@' || CAST("t27"."name" AS TEXT)) END
                                          FROM "anope_db_xmpphost" AS "t27"
                                          WHERE "t27"."id" = "t26"."host"), CAST("t26"."name" AS TEXT), '')), ',"host":', coalesce(
                                        (SELECT json_object('name', CAST("t28"."name" AS TEXT))
                                        FROM "anope_db_xmpphost" AS "t28"
                                        WHERE "t28"."id" = "t26"."host"), 'null'), '}'))
                                FROM "anope_db_xmppuser" AS "t26"
                                WHERE "t26"."host" =
                                  (SELECT "t29"."id"
                                  FROM "anope_db_xmpphost" AS "t29"
                                  WHERE "t29"."name" = ?) AND "t26"."name" = lower(CAST("t25"."display" AS TEXT))), 'null'), char(3), '}'))
                        FROM "anope_db_account" AS "t25"
                        WHERE "t25"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_mode" AS "t30"
                        WHERE "t30"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_nsaccess" AS "t31"
                        WHERE "t31"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_autojoin" AS "t32"
                        WHERE "t32"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_nsmiscdata" AS "t33"
                        WHERE "t33"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_nssuspendinfo" AS "t34"
                        WHERE "t34"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_forbid" AS "t35"
                        WHERE "t35"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_ignore" AS "t36"
                        WHERE "t36"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_operinfo" AS "t37"
                        WHERE "t37"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_newsitem" AS "t38"
                        WHERE "t38"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_exception" AS "t39"
                        WHERE "t39"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_stats" AS "t40"
                        WHERE "t40"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_kickerdata" AS "t41"
                        WHERE "t41"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_dnszone" AS "t42"
                        WHERE "t42"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_dnsserver" AS "t43"
                        WHERE "t43"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_dnszonemembership" AS "t44"
                        WHERE "t44"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_dnsip" AS "t45"
                        WHERE "t45"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_xmpphost" AS "t46"
                        WHERE "t46"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_xmppuser" AS "t47"
                        WHERE "t47"."id" = "t1"."owner") WHEN ? THEN
                        (SELECT (concat('{}'))
                        FROM "anope_db_xmppstore" AS "t48"
                        WHERE "t48"."id" = "t1"."owner") END, 'null'), '}'))
                FROM "anope_db_memoinfo" AS "t1"
                WHERE "t1"."id" = "p0"."mi"), 'null'), '}')), ','), ']}}}')) AS BLOB)
FROM
  (SELECT "t49"."mi" AS "mi", "t49"."sender" AS "sender"
  FROM "anope_db_memo" AS "t49"
  ORDER BY "t49"."id" ASC
  LIMIT ?) AS "p0"

SELECT CAST((concat('{"data":{"channel":', coalesce(
          (SELECT (concat('{"id":"channel:', "t1"."id", '","name":', json_quote(CAST("t1"."name" AS TEXT)), ',"memoInfos":{"nodes":[',
                (SELECT group_concat((concat('{"memoMax":', CASE typeof("p0"."memomax") WHEN 'integer' THEN CASE WHEN "p0"."memomax" BETWEEN -2147483648 AND 2147483647 THEN "p0"."memomax" ELSE 'null' END WHEN 'text' THEN CASE WHEN CAST(CAST("p0"."memomax" AS INTEGER) AS TEXT) = "p0"."memomax" THEN CASE WHEN CAST("p0"."memomax" AS INTEGER) BETWEEN -2147483648 AND 2147483647 THEN CAST("p0"."memomax" AS INTEGER) ELSE 'null' END ELSE 'null' END ELSE 'null' END, ',"owner":', coalesce(CASE
                          (SELECT "t2"."type"
                          FROM "anope_db_objects" AS "t2"
                          WHERE "t2"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"Bot"}'))
                          FROM "anope_db_botinfo" AS "t3"
                          WHERE "t3"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"Xline"}'))
                          FROM "anope_db_xline" AS "t4"
                          WHERE "t4"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"Oper"}'))
                          FROM "anope_db_oper" AS "t5"
                          WHERE "t5"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"BadWord"}'))
                          FROM "anope_db_badword" AS "t6"
                          WHERE "t6"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"Channel"}'))
                          FROM "anope_db_channel" AS "t7"
                          WHERE "t7"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"PrivilegeLevel"}'))
                          FROM "anope_db_level" AS "t8"
                          WHERE "t8"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"KeptChannelMode"}'))
                          FROM "anope_db_mlockmode" AS "t9"
                          WHERE "t9"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"AccessChanAccess"}'))
                          FROM "anope_db_accesschanaccess" AS "t10"
                          WHERE "t10"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"AutoKick"}'))
                          FROM "anope_db_akick" AS "t11"
                          WHERE "t11"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"EntryMessage"}'))
                          FROM "anope_db_entrymsg" AS "t12"
                          WHERE "t12"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"FlagsChanAccess"}'))
                          FROM "anope_db_flagschanaccess" AS "t13"
                          WHERE "t13"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"LogSetting"}'))
                          FROM "anope_db_logsetting" AS "t14"
                          WHERE "t14"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"ModeLock"}'))
                          FROM "anope_db_modelock" AS "t15"
                          WHERE "t15"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"ChannelMiscData"}'))
                          FROM "anope_db_csmiscdata" AS "t16"
                          WHERE "t16"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"ChannelSuspension"}'))
                          FROM "anope_db_cssuspendinfo" AS "t17"
                          WHERE "t17"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"XopChanAccess"}'))
                          FROM "anope_db_xopchanaccess" AS "t18"
                          WHERE "t18"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"Vhost"}'))
                          FROM "anope_db_vhost" AS "t19"
                          WHERE "t19"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"HostRequest"}'))
                          FROM "anope_db_hostrequest" AS "t20"
                          WHERE "t20"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"MemoInfo"}'))
                          FROM "anope_db_memoinfo" AS "t21"
                          WHERE "t21"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"Memo"}'))
                          FROM "anope_db_memo" AS "t22"
                          WHERE "t22"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"MemoIgnore"}'))
                          FROM "anope_db_memoignore" AS "t23"
                          WHERE "t23"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"Nick"}'))
                          FROM "anope_db_nick" AS "t24"
                          WHERE "t24"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"Account"}'))
                          FROM "anope_db_account" AS "t25"
                          WHERE "t25"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"KeptUserMode"}'))
                          FROM "anope_db_mode" AS "t26"
                          WHERE "t26"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"AccessMask"}'))
                          FROM "anope_db_nsaccess" AS "t27"
                          WHERE "t27"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"AutoJoin"}'))
                          FROM "anope_db_autojoin" AS "t28"
                          WHERE "t28"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"AccountMiscData"}'))
                          FROM "anope_db_nsmiscdata" AS "t29"
                          WHERE "t29"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"AccountSuspension"}'))
                          FROM "anope_db_nssuspendinfo" AS "t30"
                          WHERE "t30"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"Forbid"}'))
                          FROM "anope_db_forbid" AS "t31"
                          WHERE "t31"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"Ignore"}'))
                          FROM "anope_db_ignore" AS "t32"
                          WHERE "t32"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"OperNote"}'))
                          FROM "anope_db_operinfo" AS "t33"
                          WHERE "t33"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"NewsItem"}'))
                          FROM "anope_db_newsitem" AS "t34"
                          WHERE "t34"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"SessionException"}'))
                          FROM "anope_db_exception" AS "t35"
                          WHERE "t35"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"Stats"}'))
                          FROM "anope_db_stats" AS "t36"
                          WHERE "t36"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"KickerData"}'))
                          FROM "anope_db_kickerdata" AS "t37"
                          WHERE "t37"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"DnsZone"}'))
                          FROM "anope_db_dnszone" AS "t38"
                          WHERE "t38"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"DnsServer"}'))
                          FROM "anope_db_dnsserver" AS "t39"
                          WHERE "t39"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"DnsZoneMembership"}'))
                          FROM "anope_db_dnszonemembership" AS "t40"
                          WHERE "t40"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"DnsIp"}'))
                          FROM "anope_db_dnsip" AS "t41"
                          WHERE "t41"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"XmppHost"}'))
                          FROM "anope_db_xmpphost" AS "t42"
                          WHERE "t42"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"XmppUser"}'))
                          FROM "anope_db_xmppuser" AS "t43"
                          WHERE "t43"."id" = "p0"."owner") WHEN ? THEN
                          (SELECT (concat('{"__typename":"XmppStore"}'))
                          FROM "anope_db_xmppstore" AS "t44"
                          WHERE "t44"."id" = "p0"."owner") END, 'null'), '}')), ',')
                FROM
                  (SELECT "t45"."memomax" AS "memomax", "t45"."owner" AS "owner"
                  FROM "anope_db_memoinfo" AS "t45"
                  WHERE "t45"."owner" = +"t1"."id"
                  ORDER BY "t45"."id" ASC
                  LIMIT ?) AS "p0"), ']}}'))
          FROM "anope_db_channel" AS "t1"
          WHERE ((substr(coalesce(lower("t1"."name"), ''), 1, 191) = substr(?, 1, 191)) AND (lower("t1"."name") = ?))
          ORDER BY "t1"."id"
          LIMIT 1), 'null'), '}}')) AS BLOB)

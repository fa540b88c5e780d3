SELECT CAST((concat('{"data":{"vhosts":{"nodes":[', group_concat((concat('{"host":', json_quote(CAST("p0"."vhost" AS TEXT)), ',"owner":', coalesce(CASE
                (SELECT "t1"."type"
                FROM "anope_db_objects" AS "t1"
                WHERE "t1"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"Bot","id":"botinfo:', "t2"."id", '"}'))
                FROM "anope_db_botinfo" AS "t2"
                WHERE "t2"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"Xline","id":"xline:', "t3"."id", '"}'))
                FROM "anope_db_xline" AS "t3"
                WHERE "t3"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"Oper","id":"oper:', "t4"."id", '"}'))
                FROM "anope_db_oper" AS "t4"
                WHERE "t4"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"BadWord","id":"badword:', "t5"."id", '"}'))
                FROM "anope_db_badword" AS "t5"
                WHERE "t5"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"Channel","id":"channel:', "t6"."id", '"}'))
                FROM "anope_db_channel" AS "t6"
                WHERE "t6"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"PrivilegeLevel","id":"level:', "t7"."id", '"}'))
                FROM "anope_db_level" AS "t7"
                WHERE "t7"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"KeptChannelMode","id":"mlockmode:', "t8"."id", '"}'))
                FROM "anope_db_mlockmode" AS "t8"
                WHERE "t8"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"AccessChanAccess","id":"accesschanaccess:', "t9"."id", '"}'))
                FROM "anope_db_accesschanaccess" AS "t9"
                WHERE "t9"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"AutoKick","id":"akick:', "t10"."id", '"}'))
                FROM "anope_db_akick" AS "t10"
                WHERE "t10"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"EntryMessage","id":"entrymsg:', "t11"."id", '"}'))
                FROM "anope_db_entrymsg" AS "t11"
                WHERE "t11"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"FlagsChanAccess","id":"flagschanaccess:', "t12"."id", '"}'))
                FROM "anope_db_flagschanaccess" AS "t12"
                WHERE "t12"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"LogSetting","id":"logsetting:', "t13"."id", '"}'))
                FROM "anope_db_logsetting" AS "t13"
                WHERE "t13"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"ModeLock","id":"modelock:', "t14"."id", '"}'))
                FROM "anope_db_modelock" AS "t14"
                WHERE "t14"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"ChannelMiscData","id":"csmiscdata:', "t15"."id", '"}'))
                FROM "anope_db_csmiscdata" AS "t15"
                WHERE "t15"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"ChannelSuspension","id":"cssuspendinfo:', "t16"."id", '"}'))
                FROM "anope_db_cssuspendinfo" AS "t16"
                WHERE "t16"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"XopChanAccess","id":"xopchanaccess:', "t17"."id", '"}'))
                FROM "anope_db_xopchanaccess" AS "t17"
                WHERE "t17"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"Vhost","id":"vhost:', "t18"."id", '"}'))
                FROM "anope_db_vhost" AS "t18"
                WHERE "t18"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"HostRequest","id":"hostrequest:', "t19"."id", '"}'))
                FROM "anope_db_hostrequest" AS "t19"
                WHERE "t19"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"MemoInfo","id":"memoinfo:', "t20"."id", '"}'))
                FROM "anope_db_memoinfo" AS "t20"
                WHERE "t20"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"Memo","id":"memo:', "t21"."id", '"}'))
                FROM "anope_db_memo" AS "t21"
                WHERE "t21"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"MemoIgnore","id":"memoignore:', "t22"."id", '"}'))
                FROM "anope_db_memoignore" AS "t22"
                WHERE "t22"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"Nick","id":"nick:', "t23"."id", '","nick":', json_quote(CAST("t23"."nick" AS TEXT)), ',"account":', coalesce(
                        (SELECT json_object('display', CAST("t24"."display" AS TEXT))
                        FROM "anope_db_account" AS "t24"
                        WHERE "t24"."id" = "t23"."nc"), 'null'), '}'))
                FROM "anope_db_nick" AS "t23"
                WHERE "t23"."id" = "p0"."owner") WHEN ? THEN
                (SELECT json_object('__typename', 'Account', 'id', ('account:' || "t25"."id"), 'display', CAST("t25"."display" AS TEXT))
                FROM "anope_db_account" AS "t25"
                WHERE "t25"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"KeptUserMode","id":"mode:', "t26"."id", '"}'))
                FROM "anope_db_mode" AS "t26"
                WHERE "t26"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"AccessMask","id":"nsaccess:', "t27"."id", '"}'))
                FROM "anope_db_nsaccess" AS "t27"
                WHERE "t27"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"AutoJoin","id":"autojoin:', "t28"."id", '"}'))
                FROM "anope_db_autojoin" AS "t28"
                WHERE "t28"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"AccountMiscData","id":"nsmiscdata:', "t29"."id", '"}'))
                FROM "anope_db_nsmiscdata" AS "t29"
                WHERE "t29"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"AccountSuspension","id":"nssuspendinfo:', "t30"."id", '"}'))
                FROM "anope_db_nssuspendinfo" AS "t30"
                WHERE "t30"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"Forbid","id":"forbid:', "t31"."id", '"}'))
                FROM "anope_db_forbid" AS "t31"
                WHERE "t31"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"Ignore","id":"ignore:', "t32"."id", '"}'))
                FROM "anope_db_ignore" AS "t32"
                WHERE "t32"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"OperNote","id":"operinfo:', "t33"."id", '"}'))
                FROM "anope_db_operinfo" AS "t33"
                WHERE "t33"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"NewsItem","id":"newsitem:', "t34"."id", '"}'))
                FROM "anope_db_newsitem" AS "t34"
                WHERE "t34"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"SessionException","id":"exception:', "t35"."id", '"}'))
                FROM "anope_db_exception" AS "t35"
                WHERE "t35"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"Stats","id":"stats:', "t36"."id", '"}'))
                FROM "anope_db_stats" AS "t36"
                WHERE "t36"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"KickerData","id":"kickerdata:', "t37"."id", '"}'))
                FROM "anope_db_kickerdata" AS "t37"
                WHERE "t37"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"DnsZone","id":"dnszone:', "t38"."id", '"}'))
                FROM "anope_db_dnszone" AS "t38"
                WHERE "t38"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"DnsServer","id":"dnsserver:', "t39"."id", '"}'))
                FROM "anope_db_dnsserver" AS "t39"
                WHERE "t39"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"DnsZoneMembership","id":"dnszonemembership:', "t40"."id", '"}'))
                FROM "anope_db_dnszonemembership" AS "t40"
                WHERE "t40"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"DnsIp","id":"dnsip:', "t41"."id", '"}'))
                FROM "anope_db_dnsip" AS "t41"
                WHERE "t41"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"XmppHost","id":"xmpphost:', "t42"."id", '"}'))
                FROM "anope_db_xmpphost" AS "t42"
                WHERE "t42"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"XmppUser","id":"xmppuser:', "t43"."id", '"}'))
                FROM "anope_db_xmppuser" AS "t43"
                WHERE "t43"."id" = "p0"."owner") WHEN ? THEN
                (SELECT (concat('{"__typename":"XmppStore","id":"xmppstore:', "t44"."id", '"}'))
                FROM "anope_db_xmppstore" AS "t44"
                WHERE "t44"."id" = "p0"."owner") END, 'null'), '}')), ','), ']}}}')) AS BLOB)
FROM
  (SELECT "t45"."owner" AS "owner", "t45"."vhost" AS "vhost"
  FROM "anope_db_vhost" AS "t45"
  ORDER BY "t45"."id" ASC
  LIMIT ?) AS "p0"

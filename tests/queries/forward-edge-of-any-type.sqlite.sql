SELECT CAST((concat('{"data":{"vhosts":',
        (SELECT (concat('{"nodes":[', coalesce(group_concat("p"."j0", ','), ''), ']}'))
        FROM
          (SELECT (concat('{"host":', json_quote(CAST("t1"."vhost" AS TEXT)), ',"owner":', coalesce(CASE
                  (SELECT "t2"."type"
                  FROM "anope_db_objects" AS "t2"
                  WHERE "t2"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"Bot","id":"botinfo:', "t3"."id", '"}'))
                  FROM "anope_db_botinfo" AS "t3"
                  WHERE "t3"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"Xline","id":"xline:', "t4"."id", '"}'))
                  FROM "anope_db_xline" AS "t4"
                  WHERE "t4"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"Oper","id":"oper:', "t5"."id", '"}'))
                  FROM "anope_db_oper" AS "t5"
                  WHERE "t5"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"BadWord","id":"badword:', "t6"."id", '"}'))
                  FROM "anope_db_badword" AS "t6"
                  WHERE "t6"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"Channel","id":"channel:', "t7"."id", '"}'))
                  FROM "anope_db_channel" AS "t7"
                  WHERE "t7"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"PrivilegeLevel","id":"level:', "t8"."id", '"}'))
                  FROM "anope_db_level" AS "t8"
                  WHERE "t8"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"KeptChannelMode","id":"mlockmode:', "t9"."id", '"}'))
                  FROM "anope_db_mlockmode" AS "t9"
                  WHERE "t9"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"AccessChanAccess","id":"accesschanaccess:', "t10"."id", '"}'))
                  FROM "anope_db_accesschanaccess" AS "t10"
                  WHERE "t10"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"AutoKick","id":"akick:', "t11"."id", '"}'))
                  FROM "anope_db_akick" AS "t11"
                  WHERE "t11"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"EntryMessage","id":"entrymsg:', "t12"."id", '"}'))
                  FROM "anope_db_entrymsg" AS "t12"
                  WHERE "t12"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"FlagsChanAccess","id":"flagschanaccess:', "t13"."id", '"}'))
                  FROM "anope_db_flagschanaccess" AS "t13"
                  WHERE "t13"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"LogSetting","id":"logsetting:', "t14"."id", '"}'))
                  FROM "anope_db_logsetting" AS "t14"
                  WHERE "t14"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"ModeLock","id":"modelock:', "t15"."id", '"}'))
                  FROM "anope_db_modelock" AS "t15"
                  WHERE "t15"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"ChannelMiscData","id":"csmiscdata:', "t16"."id", '"}'))
                  FROM "anope_db_csmiscdata" AS "t16"
                  WHERE "t16"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"ChannelSuspension","id":"cssuspendinfo:', "t17"."id", '"}'))
                  FROM "anope_db_cssuspendinfo" AS "t17"
                  WHERE "t17"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"XopChanAccess","id":"xopchanaccess:', "t18"."id", '"}'))
                  FROM "anope_db_xopchanaccess" AS "t18"
                  WHERE "t18"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"Vhost","id":"vhost:', "t19"."id", '"}'))
                  FROM "anope_db_vhost" AS "t19"
                  WHERE "t19"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"HostRequest","id":"hostrequest:', "t20"."id", '"}'))
                  FROM "anope_db_hostrequest" AS "t20"
                  WHERE "t20"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"MemoInfo","id":"memoinfo:', "t21"."id", '"}'))
                  FROM "anope_db_memoinfo" AS "t21"
                  WHERE "t21"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"Memo","id":"memo:', "t22"."id", '"}'))
                  FROM "anope_db_memo" AS "t22"
                  WHERE "t22"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"MemoIgnore","id":"memoignore:', "t23"."id", '"}'))
                  FROM "anope_db_memoignore" AS "t23"
                  WHERE "t23"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"Nick","id":"nick:', "t24"."id", '","nick":', json_quote(CAST("t24"."nick" AS TEXT)), ',"account":', coalesce(
                          (SELECT (concat('{"display":', json_quote(CAST("t25"."display" AS TEXT)), '}'))
                          FROM "anope_db_account" AS "t25"
                          WHERE "t25"."id" = "t24"."nc"), 'null'), '}'))
                  FROM "anope_db_nick" AS "t24"
                  WHERE "t24"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"Account","id":"account:', "t26"."id", '","display":', json_quote(CAST("t26"."display" AS TEXT)), '}'))
                  FROM "anope_db_account" AS "t26"
                  WHERE "t26"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"KeptUserMode","id":"mode:', "t27"."id", '"}'))
                  FROM "anope_db_mode" AS "t27"
                  WHERE "t27"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"AccessMask","id":"nsaccess:', "t28"."id", '"}'))
                  FROM "anope_db_nsaccess" AS "t28"
                  WHERE "t28"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"AutoJoin","id":"autojoin:', "t29"."id", '"}'))
                  FROM "anope_db_autojoin" AS "t29"
                  WHERE "t29"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"AccountMiscData","id":"nsmiscdata:', "t30"."id", '"}'))
                  FROM "anope_db_nsmiscdata" AS "t30"
                  WHERE "t30"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"AccountSuspension","id":"nssuspendinfo:', "t31"."id", '"}'))
                  FROM "anope_db_nssuspendinfo" AS "t31"
                  WHERE "t31"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"Forbid","id":"forbid:', "t32"."id", '"}'))
                  FROM "anope_db_forbid" AS "t32"
                  WHERE "t32"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"Ignore","id":"ignore:', "t33"."id", '"}'))
                  FROM "anope_db_ignore" AS "t33"
                  WHERE "t33"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"OperNote","id":"operinfo:', "t34"."id", '"}'))
                  FROM "anope_db_operinfo" AS "t34"
                  WHERE "t34"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"NewsItem","id":"newsitem:', "t35"."id", '"}'))
                  FROM "anope_db_newsitem" AS "t35"
                  WHERE "t35"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"SessionException","id":"exception:', "t36"."id", '"}'))
                  FROM "anope_db_exception" AS "t36"
                  WHERE "t36"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"Stats","id":"stats:', "t37"."id", '"}'))
                  FROM "anope_db_stats" AS "t37"
                  WHERE "t37"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"KickerData","id":"kickerdata:', "t38"."id", '"}'))
                  FROM "anope_db_kickerdata" AS "t38"
                  WHERE "t38"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"DnsZone","id":"dnszone:', "t39"."id", '"}'))
                  FROM "anope_db_dnszone" AS "t39"
                  WHERE "t39"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"DnsServer","id":"dnsserver:', "t40"."id", '"}'))
                  FROM "anope_db_dnsserver" AS "t40"
                  WHERE "t40"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"DnsZoneMembership","id":"dnszonemembership:', "t41"."id", '"}'))
                  FROM "anope_db_dnszonemembership" AS "t41"
                  WHERE "t41"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"DnsIp","id":"dnsip:', "t42"."id", '"}'))
                  FROM "anope_db_dnsip" AS "t42"
                  WHERE "t42"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"XmppHost","id":"xmpphost:', "t43"."id", '"}'))
                  FROM "anope_db_xmpphost" AS "t43"
                  WHERE "t43"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"XmppUser","id":"xmppuser:', "t44"."id", '"}'))
                  FROM "anope_db_xmppuser" AS "t44"
                  WHERE "t44"."id" = "t1"."owner") WHEN ? THEN
                  (SELECT (concat('{"__typename":"XmppStore","id":"xmppstore:', "t45"."id", '"}'))
                  FROM "anope_db_xmppstore" AS "t45"
                  WHERE "t45"."id" = "t1"."owner") END, 'null'), '}')) AS "j0"
          FROM "anope_db_vhost" AS "t1"
          ORDER BY "t1"."id" ASC
          LIMIT ?) AS "p"), '}}')) AS BLOB)

SELECT ('{"data":{"channel":' || coalesce(
      (SELECT ('{"id":"channel:' || "t1"."id"::text || '","name":' || coalesce('"' || replace(replace((CAST("t1"."name" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"memoInfos":{"nodes":[' ||
          (SELECT coalesce(string_agg("p"."j", ','), '')
          FROM
            (SELECT ('{"memoMax":' || CASE WHEN "t2"."memomax" BETWEEN -2147483648 AND 2147483647 THEN "t2"."memomax"::text ELSE 'null' END || ',"owner":' || coalesce(CASE
                  (SELECT "t3"."type"
                  FROM "anope_db_objects" AS "t3"
                  WHERE "t3"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"Bot"}'
                  FROM "anope_db_botinfo" AS "t4"
                  WHERE "t4"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"Xline"}'
                  FROM "anope_db_xline" AS "t5"
                  WHERE "t5"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"Oper"}'
                  FROM "anope_db_oper" AS "t6"
                  WHERE "t6"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"BadWord"}'
                  FROM "anope_db_badword" AS "t7"
                  WHERE "t7"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"Channel"}'
                  FROM "anope_db_channel" AS "t8"
                  WHERE "t8"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"PrivilegeLevel"}'
                  FROM "anope_db_level" AS "t9"
                  WHERE "t9"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"KeptChannelMode"}'
                  FROM "anope_db_mlockmode" AS "t10"
                  WHERE "t10"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"AccessChanAccess"}'
                  FROM "anope_db_accesschanaccess" AS "t11"
                  WHERE "t11"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"AutoKick"}'
                  FROM "anope_db_akick" AS "t12"
                  WHERE "t12"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"EntryMessage"}'
                  FROM "anope_db_entrymsg" AS "t13"
                  WHERE "t13"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"FlagsChanAccess"}'
                  FROM "anope_db_flagschanaccess" AS "t14"
                  WHERE "t14"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"LogSetting"}'
                  FROM "anope_db_logsetting" AS "t15"
                  WHERE "t15"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"ModeLock"}'
                  FROM "anope_db_modelock" AS "t16"
                  WHERE "t16"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"ChannelMiscData"}'
                  FROM "anope_db_csmiscdata" AS "t17"
                  WHERE "t17"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"ChannelSuspension"}'
                  FROM "anope_db_cssuspendinfo" AS "t18"
                  WHERE "t18"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"XopChanAccess"}'
                  FROM "anope_db_xopchanaccess" AS "t19"
                  WHERE "t19"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"Vhost"}'
                  FROM "anope_db_vhost" AS "t20"
                  WHERE "t20"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"HostRequest"}'
                  FROM "anope_db_hostrequest" AS "t21"
                  WHERE "t21"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"MemoInfo"}'
                  FROM "anope_db_memoinfo" AS "t22"
                  WHERE "t22"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"Memo"}'
                  FROM "anope_db_memo" AS "t23"
                  WHERE "t23"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"MemoIgnore"}'
                  FROM "anope_db_memoignore" AS "t24"
                  WHERE "t24"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"Nick"}'
                  FROM "anope_db_nick" AS "t25"
                  WHERE "t25"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"Account"}'
                  FROM "anope_db_account" AS "t26"
                  WHERE "t26"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"KeptUserMode"}'
                  FROM "anope_db_mode" AS "t27"
                  WHERE "t27"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"AccessMask"}'
                  FROM "anope_db_nsaccess" AS "t28"
                  WHERE "t28"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"AutoJoin"}'
                  FROM "anope_db_autojoin" AS "t29"
                  WHERE "t29"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"AccountMiscData"}'
                  FROM "anope_db_nsmiscdata" AS "t30"
                  WHERE "t30"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"AccountSuspension"}'
                  FROM "anope_db_nssuspendinfo" AS "t31"
                  WHERE "t31"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"Forbid"}'
                  FROM "anope_db_forbid" AS "t32"
                  WHERE "t32"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"Ignore"}'
                  FROM "anope_db_ignore" AS "t33"
                  WHERE "t33"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"OperNote"}'
                  FROM "anope_db_operinfo" AS "t34"
                  WHERE "t34"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"NewsItem"}'
                  FROM "anope_db_newsitem" AS "t35"
                  WHERE "t35"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"SessionException"}'
                  FROM "anope_db_exception" AS "t36"
                  WHERE "t36"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"Stats"}'
                  FROM "anope_db_stats" AS "t37"
                  WHERE "t37"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"KickerData"}'
                  FROM "anope_db_kickerdata" AS "t38"
                  WHERE "t38"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"DnsZone"}'
                  FROM "anope_db_dnszone" AS "t39"
                  WHERE "t39"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"DnsServer"}'
                  FROM "anope_db_dnsserver" AS "t40"
                  WHERE "t40"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"DnsZoneMembership"}'
                  FROM "anope_db_dnszonemembership" AS "t41"
                  WHERE "t41"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"DnsIp"}'
                  FROM "anope_db_dnsip" AS "t42"
                  WHERE "t42"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"XmppHost"}'
                  FROM "anope_db_xmpphost" AS "t43"
                  WHERE "t43"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"XmppUser"}'
                  FROM "anope_db_xmppuser" AS "t44"
                  WHERE "t44"."id" = "t2"."owner") WHEN %s THEN
                  (SELECT '{"__typename":"XmppStore"}'
                  FROM "anope_db_xmppstore" AS "t45"
                  WHERE "t45"."id" = "t2"."owner") END, 'null') || '}') AS "j"
            FROM "anope_db_memoinfo" AS "t2"
            WHERE "t2"."owner" = "t1"."id"
            ORDER BY "t2"."id" ASC
            LIMIT %s) AS "p") || ']}}')
      FROM "anope_db_channel" AS "t1"
      WHERE ((left(coalesce(lower("t1"."name" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t1"."name" COLLATE "C") = %s))
      ORDER BY "t1"."id"
      LIMIT 1), 'null') || '}}')

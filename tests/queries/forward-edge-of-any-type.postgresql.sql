SELECT ('{"data":{"vhosts":{"nodes":[' || coalesce(string_agg("p"."j", ','), '') || ']}}}')
FROM
  (SELECT ('{"host":' || coalesce('"' || replace(replace((CAST("t1"."vhost" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"owner":' || coalesce(CASE
        (SELECT "t2"."type"
        FROM "anope_db_objects" AS "t2"
        WHERE "t2"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"Bot","id":"botinfo:' || "t3"."id"::text || '"}')
        FROM "anope_db_botinfo" AS "t3"
        WHERE "t3"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"Xline","id":"xline:' || "t4"."id"::text || '"}')
        FROM "anope_db_xline" AS "t4"
        WHERE "t4"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"Oper","id":"oper:' || "t5"."id"::text || '"}')
        FROM "anope_db_oper" AS "t5"
        WHERE "t5"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"BadWord","id":"badword:' || "t6"."id"::text || '"}')
        FROM "anope_db_badword" AS "t6"
        WHERE "t6"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"Channel","id":"channel:' || "t7"."id"::text || '"}')
        FROM "anope_db_channel" AS "t7"
        WHERE "t7"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"PrivilegeLevel","id":"level:' || "t8"."id"::text || '"}')
        FROM "anope_db_level" AS "t8"
        WHERE "t8"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"KeptChannelMode","id":"mlockmode:' || "t9"."id"::text || '"}')
        FROM "anope_db_mlockmode" AS "t9"
        WHERE "t9"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"AccessChanAccess","id":"accesschanaccess:' || "t10"."id"::text || '"}')
        FROM "anope_db_accesschanaccess" AS "t10"
        WHERE "t10"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"AutoKick","id":"akick:' || "t11"."id"::text || '"}')
        FROM "anope_db_akick" AS "t11"
        WHERE "t11"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"EntryMessage","id":"entrymsg:' || "t12"."id"::text || '"}')
        FROM "anope_db_entrymsg" AS "t12"
        WHERE "t12"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"FlagsChanAccess","id":"flagschanaccess:' || "t13"."id"::text || '"}')
        FROM "anope_db_flagschanaccess" AS "t13"
        WHERE "t13"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"LogSetting","id":"logsetting:' || "t14"."id"::text || '"}')
        FROM "anope_db_logsetting" AS "t14"
        WHERE "t14"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"ModeLock","id":"modelock:' || "t15"."id"::text || '"}')
        FROM "anope_db_modelock" AS "t15"
        WHERE "t15"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"ChannelMiscData","id":"csmiscdata:' || "t16"."id"::text || '"}')
        FROM "anope_db_csmiscdata" AS "t16"
        WHERE "t16"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"ChannelSuspension","id":"cssuspendinfo:' || "t17"."id"::text || '"}')
        FROM "anope_db_cssuspendinfo" AS "t17"
        WHERE "t17"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"XopChanAccess","id":"xopchanaccess:' || "t18"."id"::text || '"}')
        FROM "anope_db_xopchanaccess" AS "t18"
        WHERE "t18"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"Vhost","id":"vhost:' || "t19"."id"::text || '"}')
        FROM "anope_db_vhost" AS "t19"
        WHERE "t19"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"HostRequest","id":"hostrequest:' || "t20"."id"::text || '"}')
        FROM "anope_db_hostrequest" AS "t20"
        WHERE "t20"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"MemoInfo","id":"memoinfo:' || "t21"."id"::text || '"}')
        FROM "anope_db_memoinfo" AS "t21"
        WHERE "t21"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"Memo","id":"memo:' || "t22"."id"::text || '"}')
        FROM "anope_db_memo" AS "t22"
        WHERE "t22"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"MemoIgnore","id":"memoignore:' || "t23"."id"::text || '"}')
        FROM "anope_db_memoignore" AS "t23"
        WHERE "t23"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"Nick","id":"nick:' || "t24"."id"::text || '","nick":' || coalesce('"' || replace(replace((CAST("t24"."nick" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || ',"account":' || coalesce(
              (SELECT ('{"display":' || coalesce('"' || replace(replace((CAST("t25"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
              FROM "anope_db_account" AS "t25"
              WHERE "t25"."id" = "t24"."nc"), 'null') || '}')
        FROM "anope_db_nick" AS "t24"
        WHERE "t24"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"Account","id":"account:' || "t26"."id"::text || '","display":' || coalesce('"' || replace(replace((CAST("t26"."display" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}')
        FROM "anope_db_account" AS "t26"
        WHERE "t26"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"KeptUserMode","id":"mode:' || "t27"."id"::text || '"}')
        FROM "anope_db_mode" AS "t27"
        WHERE "t27"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"AccessMask","id":"nsaccess:' || "t28"."id"::text || '"}')
        FROM "anope_db_nsaccess" AS "t28"
        WHERE "t28"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"AutoJoin","id":"autojoin:' || "t29"."id"::text || '"}')
        FROM "anope_db_autojoin" AS "t29"
        WHERE "t29"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"AccountMiscData","id":"nsmiscdata:' || "t30"."id"::text || '"}')
        FROM "anope_db_nsmiscdata" AS "t30"
        WHERE "t30"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"AccountSuspension","id":"nssuspendinfo:' || "t31"."id"::text || '"}')
        FROM "anope_db_nssuspendinfo" AS "t31"
        WHERE "t31"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"Forbid","id":"forbid:' || "t32"."id"::text || '"}')
        FROM "anope_db_forbid" AS "t32"
        WHERE "t32"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"Ignore","id":"ignore:' || "t33"."id"::text || '"}')
        FROM "anope_db_ignore" AS "t33"
        WHERE "t33"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"OperNote","id":"operinfo:' || "t34"."id"::text || '"}')
        FROM "anope_db_operinfo" AS "t34"
        WHERE "t34"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"NewsItem","id":"newsitem:' || "t35"."id"::text || '"}')
        FROM "anope_db_newsitem" AS "t35"
        WHERE "t35"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"SessionException","id":"exception:' || "t36"."id"::text || '"}')
        FROM "anope_db_exception" AS "t36"
        WHERE "t36"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"Stats","id":"stats:' || "t37"."id"::text || '"}')
        FROM "anope_db_stats" AS "t37"
        WHERE "t37"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"KickerData","id":"kickerdata:' || "t38"."id"::text || '"}')
        FROM "anope_db_kickerdata" AS "t38"
        WHERE "t38"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"DnsZone","id":"dnszone:' || "t39"."id"::text || '"}')
        FROM "anope_db_dnszone" AS "t39"
        WHERE "t39"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"DnsServer","id":"dnsserver:' || "t40"."id"::text || '"}')
        FROM "anope_db_dnsserver" AS "t40"
        WHERE "t40"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"DnsZoneMembership","id":"dnszonemembership:' || "t41"."id"::text || '"}')
        FROM "anope_db_dnszonemembership" AS "t41"
        WHERE "t41"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"DnsIp","id":"dnsip:' || "t42"."id"::text || '"}')
        FROM "anope_db_dnsip" AS "t42"
        WHERE "t42"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"XmppHost","id":"xmpphost:' || "t43"."id"::text || '"}')
        FROM "anope_db_xmpphost" AS "t43"
        WHERE "t43"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"XmppUser","id":"xmppuser:' || "t44"."id"::text || '"}')
        FROM "anope_db_xmppuser" AS "t44"
        WHERE "t44"."id" = "t1"."owner") WHEN %s THEN
        (SELECT ('{"__typename":"XmppStore","id":"xmppstore:' || "t45"."id"::text || '"}')
        FROM "anope_db_xmppstore" AS "t45"
        WHERE "t45"."id" = "t1"."owner") END, 'null') || '}') AS "j"
  FROM "anope_db_vhost" AS "t1"
  ORDER BY "t1"."id" ASC
  LIMIT %s) AS "p"

SELECT ('{"data":{"account":' || coalesce(
      (SELECT ('{"channelsAsFounder":{"nodes":[' ||
          (SELECT coalesce(string_agg("p"."j", ','), '')
          FROM
            (SELECT ('{"accessEntries":' ||
                (SELECT ('{"nodes":[' || coalesce(string_agg("p"."j0", ','
                      ORDER BY "p"."n" DESC) FILTER (WHERE "p"."n" <= %s), '') || ']}')
                FROM
                  (SELECT "q"."j0", "q"."c", row_number() OVER (ORDER BY "q"."k0" DESC) AS "n", count(*) OVER () AS "m"
                  FROM
                    (SELECT ('{"grantee":' || coalesce(CASE
                          (SELECT "t1"."type"
                          FROM "anope_db_objects" AS "t1"
                          WHERE "t1"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_botinfo" AS "t3"
                          WHERE "t3"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_xline" AS "t4"
                          WHERE "t4"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_oper" AS "t5"
                          WHERE "t5"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_badword" AS "t6"
                          WHERE "t6"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_channel" AS "t7"
                          WHERE "t7"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_level" AS "t8"
                          WHERE "t8"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_mlockmode" AS "t9"
                          WHERE "t9"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_accesschanaccess" AS "t10"
                          WHERE "t10"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_akick" AS "t11"
                          WHERE "t11"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_entrymsg" AS "t12"
                          WHERE "t12"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_flagschanaccess" AS "t13"
                          WHERE "t13"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_logsetting" AS "t14"
                          WHERE "t14"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_modelock" AS "t15"
                          WHERE "t15"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_csmiscdata" AS "t16"
                          WHERE "t16"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_cssuspendinfo" AS "t17"
                          WHERE "t17"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_xopchanaccess" AS "t18"
                          WHERE "t18"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_vhost" AS "t19"
                          WHERE "t19"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_hostrequest" AS "t20"
                          WHERE "t20"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_memoinfo" AS "t21"
                          WHERE "t21"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_memo" AS "t22"
                          WHERE "t22"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_memoignore" AS "t23"
                          WHERE "t23"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_nick" AS "t24"
                          WHERE "t24"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT ('{"nicks":{"nodes":[' ||
                              (SELECT coalesce(string_agg("p"."j", ','), '')
                              FROM
                                (SELECT ('{"account":' || coalesce(
                                      (SELECT ('{"accessMasks":{"totalCount":' ||
                                          (SELECT COUNT(*)
                                          FROM "anope_db_nsaccess" AS "t25"
                                          WHERE "t25"."account" = "t26"."id")::text || '},"channelsAsFounder":{"nodes":[' ||
                                          (SELECT coalesce(string_agg("p"."j", ','), '')
                                          FROM
                                            (SELECT ('{"name":' || coalesce('"' || replace(replace((CAST("t27"."name" AS TEXT)) COLLATE "C", E'\\', E'\\\\'), '"', E'\\"') || '"', 'null') || '}') AS "j"
                                            FROM "anope_db_channel" AS "t27"
                                            WHERE "t27"."founder" = "t26"."id"
                                            ORDER BY "t27"."id" ASC
                                            LIMIT %s) AS "p") || ']}}')
                                      FROM "anope_db_account" AS "t26"
                                      WHERE "t26"."id" = "t28"."nc"), 'null') || '}') AS "j"
                                FROM "anope_db_nick" AS "t28"
                                WHERE "t28"."nc" = "t29"."id"
                                ORDER BY "t28"."id" ASC
                                LIMIT %s) AS "p") || ']}}')
                          FROM "anope_db_account" AS "t29"
                          WHERE "t29"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_mode" AS "t30"
                          WHERE "t30"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_nsaccess" AS "t31"
                          WHERE "t31"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_autojoin" AS "t32"
                          WHERE "t32"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_nsmiscdata" AS "t33"
                          WHERE "t33"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_nssuspendinfo" AS "t34"
                          WHERE "t34"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_forbid" AS "t35"
                          WHERE "t35"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_ignore" AS "t36"
                          WHERE "t36"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_operinfo" AS "t37"
                          WHERE "t37"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_newsitem" AS "t38"
                          WHERE "t38"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_exception" AS "t39"
                          WHERE "t39"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_stats" AS "t40"
                          WHERE "t40"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_kickerdata" AS "t41"
                          WHERE "t41"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_dnszone" AS "t42"
                          WHERE "t42"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_dnsserver" AS "t43"
                          WHERE "t43"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_dnszonemembership" AS "t44"
                          WHERE "t44"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_dnsip" AS "t45"
                          WHERE "t45"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_xmpphost" AS "t46"
                          WHERE "t46"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_xmppuser" AS "t47"
                          WHERE "t47"."id" = "t2"."obj") WHEN %s THEN
                          (SELECT '{}'
                          FROM "anope_db_xmppstore" AS "t48"
                          WHERE "t48"."id" = "t2"."obj") END, 'null') || '}') AS "j0", ('51f6ec9c4e7294e7.' || coalesce("t2"."id"::text, '')) AS "c", "t2"."id" AS "k0"
                    FROM "anope_db_accesschanaccess" AS "t2"
                    WHERE "t2"."ci" = "t49"."id"
                    ORDER BY "t2"."id" DESC
                    LIMIT %s) AS "q") AS "p") || '}') AS "j"
            FROM "anope_db_channel" AS "t49"
            WHERE "t49"."founder" = "t50"."id"
            ORDER BY "t49"."id" ASC
            LIMIT %s) AS "p") || ']}}')
      FROM "anope_db_account" AS "t50"
      WHERE ((left(coalesce(lower("t50"."display" COLLATE "C"), ''), 191) = left(%s, 191)) AND (lower("t50"."display" COLLATE "C") = %s))
      ORDER BY "t50"."id"
      LIMIT 1), 'null') || '}}')

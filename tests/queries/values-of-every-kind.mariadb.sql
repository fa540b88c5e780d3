SET STATEMENT group_concat_max_len = 1073741824 FOR SELECT CAST(concat('{"data":{"channel":', coalesce(
        (SELECT concat('{"description":', coalesce(json_quote(CAST(`t1`.`desc` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"lastTopic":', coalesce(json_quote(CAST(`t1`.`last_topic` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"lastTopicSetter":', coalesce(json_quote(CAST(`t1`.`last_topic_setter` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"timeRegistered":', CASE WHEN `t1`.`time_registered` BETWEEN -62135596800 AND 253402300799 AND `t1`.`time_registered` <> 0 THEN date_format(date_add('1970-01-01', INTERVAL `t1`.`time_registered` SECOND), '"%%Y-%%m-%%dT%%H:%%i:%%sZ"') ELSE 'null' END, ',"private":', CASE WHEN `t1`.`CS_PRIVATE` <> 0 THEN 'true' ELSE 'false' END, ',"banType":', CASE WHEN `t1`.`bantype` BETWEEN -2147483648 AND 2147483647 THEN `t1`.`bantype` ELSE 'null' END, ',"banExpire":', coalesce(concat('"', `t1`.`banexpire`, '"'), 'null'), '}')
        FROM `anope_db_channel` AS `t1`
        WHERE ((`t1`.`edgewise_channel_name_ascii` = left(%s, 191)) AND (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(`t1`.`name`, 'A', 'a'), 'B', 'b'), 'C', 'c'), 'D', 'd'), 'E', 'e'), 'F', 'f'), 'G', 'g'), 'H', 'h'), 'I', 'i'), 'J', 'j'), 'K', 'k'), 'L', 'l'), 'M', 'm'), 'N', 'n'), 'O', 'o'), 'P', 'p'), 'Q', 'q'), 'R', 'r'), 'S', 's'), 'T', 't'), 'U', 'u'), 'V', 'v'), 'W', 'w'), 'X', 'x'), 'Y', 'y'), 'Z', 'z') = %s))
        ORDER BY `t1`.`id`
        LIMIT 1), 'null'), ',"badWords":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"word":', coalesce(json_quote(CAST(`t2`.`word` AS CHAR)) COLLATE utf8mb4_nopad_bin, 'null'), ',"type":', CASE CAST(`t2`.`type` AS CHAR) WHEN 'BW_ANY' THEN '"ANY"' WHEN '0' THEN '"ANY"' WHEN 'BW_SINGLE' THEN '"SINGLE"' WHEN '1' THEN '"SINGLE"' WHEN 'BW_START' THEN '"START"' WHEN '2' THEN '"START"' WHEN 'BW_END' THEN '"END"' WHEN '3' THEN '"END"' ELSE 'null' END, '}')
            ORDER BY `t2`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_badword` AS `t2`), ',"allStats":',
      (SELECT concat('{"nodes":[', coalesce(group_concat(concat('{"maxUserCount":', coalesce(concat('"', `t3`.`maxusercount`, '"'), 'null'), ',"maxUserTime":', CASE WHEN `t3`.`maxusertime` BETWEEN -62135596800 AND 253402300799 AND `t3`.`maxusertime` <> 0 THEN date_format(date_add('1970-01-01', INTERVAL `t3`.`maxusertime` SECOND), '"%%Y-%%m-%%dT%%H:%%i:%%sZ"') ELSE 'null' END, '}')
            ORDER BY `t3`.`id` ASC SEPARATOR ','
            LIMIT %s), ''), ']}')
      FROM `anope_db_stats` AS `t3`), '}}') AS BINARY)

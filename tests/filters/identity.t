#!/bin/sh
# sectionize: whose report it is, of what year, of when; fictional offices.
. tests/lib/tap.sh
of_any_system 'whose reports'
plan 143

blocks() { "$bin/extract" "$1" 2>"$tmp/err" | "$bin/sectionize"; }

# again NAME: the values of that meta, of the text last given.
again() {
	blocks "$tmp/in.txt" |
	    awk -F '\t' -v name="$1" '$3 == "meta" && $4 == name { print $9 }'
}

# meta NAME LINE...: the same of these lines.
meta() {
	name=$1
	shift
	printf '%s\n' "$@" >"$tmp/in.txt"
	again "$name"
}

# Names
is 'a street office under its city' "$(meta org \
    '清溪市人民政府枫亭街道办事处 2018 年政府信息公开工作年度报告')" 清溪市枫亭街道
is '... the region is the place' "$(meta region \
    '清溪市人民政府枫亭街道办事处 2018 年政府信息公开工作年度报告')" 清溪市
is '... which may be another where the page says nothing of its county' \
    "$(meta region 定军山镇2009年政府信息公开工作年度报告)" ''
is '... but one that might be meant' "$(meta region-alternative \
    定军山镇2009年政府信息公开工作年度报告)" 勉县
is '... and is, where the page names its province' "$(meta region \
    定军山镇2009年政府信息公开工作年度报告 \
    根据条例和陕西省的要求，现予公布。)" 勉县
is 'what is said again behind the year is said once' "$(meta org \
    海关总署2018年海关政府信息公开工作年度报告)" 海关总署
is 'a branch called after a centre' "$(meta org 政府信息公开工作年度报告 \
    现公布中国人民银行云河中心支行2018年政府信息公开工作年度报告。)" 中国人民银行云河中心支行
is 'the county from the addressee' "$(meta org \
    枫亭街道2017年政府信息公开工作年度报告 清溪市人民政府：)" 清溪市枫亭街道
is 'the county from the footer' "$(meta org \
    柳桥乡2018年政府信息公开工作年度报告 一、概述 平稳。 \
    '主办:青石人民政府 版权所有 运行管理:青石区人民政府办公室')" 青石区柳桥乡
is 'the county from the signature' "$(meta org \
    柳桥镇2018年政府信息公开工作年度报告 一、概述 平稳。 青石县柳桥镇人民政府 \
    2019年1月8日)" 青石县柳桥镇
is 'the county from the contact' "$(meta org \
    柳桥镇2018年政府信息公开工作年度报告 \
    '如对本报告有疑问，请与青石县柳桥镇人民政府办公室联系（电话：00）。')" 青石县柳桥镇
is 'the county from the metadata' "$(meta org \
    '发布时间:2020-01-31   录入:青石县柳桥镇' \
    2019年柳桥镇政府信息公开工作年度报告)" 青石县柳桥镇
is 'a government is its place' "$(meta org 清溪市人民政府 \
    2024年政府信息公开工作年度报告 本报告由清溪市人民政府办公室编制。)" 清溪市
is 'a town before the subject' "$(meta org \
    2018年柳桥镇政府信息公开工作年度报告)" 柳桥镇
is 'an office without a place, from the footer' "$(meta org \
    市教育局2018年政府信息公开年度报告 一、概述 平稳。 \
    '主办：清溪市人民政府 版权所有')" 清溪市教育局
is 'a title without an office' "$(meta org \
    关于2019年政府信息公开工作年度报告 一、概述 平稳。 青石县财政局 \
    2020年1月8日)" 青石县财政局
is '... tells where the name is from' "$(again org-source)" signature
is '... also without a year' "$(meta org 政府政务公开年报 一、概述 平稳。 \
    青石县财政局 2020年1月8日)" 青石县财政局
is 'a successor in the metadata is an alternative' "$(meta org-alternative \
    青石县卫生局2009年政府信息公开工作年度报告 发布机构：青石县卫生健康局)" \
    青石县卫生健康局
is '... and not taken' "$(meta org \
    青石县卫生局2009年政府信息公开工作年度报告 发布机构：青石县卫生健康局)" 青石县卫生局
is 'short forms are no alternatives' "$(meta org-alternative \
    广清市白溪区人民政府棠树街道办事处2021年政府信息公开工作年度报告 \
    '发布时间:2022-01-24 来源:棠树街 字体大小:')" ''
is '... nor are abbreviations' "$(meta org-alternative \
    青石县卫生和计划生育局2016年政府信息公开工作年度报告 \
    '发布时间：2017-02-23 来源：卫计局')" ''
is 'a domain in place of a name is doubtful' "$(meta org-note \
    example.com柳桥镇2008年政府信息公开工作年度报告)" 'letters in place of a name'
is 'an empty value is not the next key' "$(meta org \
    柳桥乡2018年政府信息公开工作年度报告 '发布机构:   文 号:')" 柳桥乡
is 'a field in a list' "$(meta org-alternative '- 发布机构:青石县水利局' '- 生成日期:2020-01-02' \
    2019年政府信息公开工作年度报告 一、总体情况 平稳。)" 青石县水利局

# Titles
is 'a title broken over two lines' "$(meta title 柳桥乡2008年政府信息公开工作 \
    '年 度 报 告')" 柳桥乡2008年政府信息公开工作年度报告
is 'a title twice on its line' "$(meta title \
    柳桥乡2008年政府信息公开工作年度报告柳桥乡2008年政府信息公开工作年度报告)" \
    柳桥乡2008年政府信息公开工作年度报告
is 'the first of two titles' "$(meta title \
    '（图解）柳桥乡2008年政府信息公开年度报告' \
    柳桥乡2008年政府信息公开工作年度报告)" 柳桥乡2008年政府信息公开年度报告
is 'a title with the office on the line before' "$(meta org 柳桥乡人民政府 \
    关于2019年政府信息公开工作年度报告)" 柳桥乡

is 'a title only in the table of the page' "$(meta title \
    '名  称	柳桥乡2019年政府信息公开工作年度报告' '文  号	无' 一、概述 平稳。)" \
    柳桥乡2019年政府信息公开工作年度报告

is 'what ends the name before and behind the year, once' "$(meta org \
    云河海关2018年海关政府信息公开年度报告)" 云河海关
is 'a customs district is its customs' "$(meta org \
    梳理编制青岛海关关区2023年政府信息公开工作年度报告。)" 青岛海关
is 'which part is meant, in brackets' "$(meta org \
    '特向社会公布2019年度青石县柳桥镇政府(机关)信息公开年度报告。')" 青石县柳桥镇
is 'a research office of a government' "$(meta org \
    襄阳市政府研究室2021年政府信息公开工作年度报告)" 襄阳市政府研究室
is 'who is called 我局 from there on' "$(meta org \
    '按照要求和2012年度大连市水务局（以下简称“我局”）工作撰写。' \
    一、概述 公开平稳。)" 大连市水务局
is 'the tax office of a place, with a short name' "$(meta org \
    '特向社会公布国家税务总局中山市税务局（以下简称“中山市税务局”，下同）2022年政府信息公开工作年度报告。')" \
    国家税务总局中山市税务局
is 'what a short name in the title stands for' "$(meta org \
    市北湖办2022年政府信息公开工作年度报告 \
    '本报告由青石市北湖新城规划建设管理办公室（以下简称市北湖办）编制。')" \
    青石市北湖新城规划建设管理办公室
is 'the end of a name is that office' "$(meta org \
    北江新区管委会2022年政府信息公开工作年度报告 '我区公开信息12条。' \
    青石北江新区管理委员会 2023年1月8日)" 北江新区管委会
is '... of a place that is known' "$(meta org \
    北江新区管委会2022年政府信息公开工作年度报告 '我区公开信息12条。' \
    遂宁北江新区管理委员会 2023年1月8日)" 遂宁北江新区管理委员会
is '经开区 is a zone' "$(meta org 一、总体情况 \
    '2023年，清溪经开区管委会主动公开信息12条。我区无申请。')" 清溪经开区管委会
is '... and no 开区 where it stands alone' "$(meta org \
    '现公布经开区2023年政府信息公开工作年度报告。' 一、总体情况 '经开区公开信息12条。')" ''
is 'who governs a place of industry' "$(meta org 一、总体情况 \
    '2023年，海河工业园区管委会严格按照条例公开。' '我委公开信息12条，我委无申请。')" 海河工业园区管委会
is 'the path to the page, where the document calls itself so' "$(meta org \
    '所在位置：首页 / 部门信息公开 / 青石县财政局 / 年报' \
    2022年度政府信息公开工作年度报告 一、总体情况 '我局公开信息12条。')" 青石县财政局
is '... not where it does not' "$(meta org \
    '所在位置：首页 / 部门信息公开 / 青石县财政局 / 年报' \
    2022年度政府信息公开工作年度报告 一、总体情况 '我镇公开信息12条。')" ''
is 'a bank in a place' "$(meta org \
    '由中国人民银行遂宁市中心支行编制的2010年度政府信息公开年度报告。' \
    一、概述 '我行公开信息12条。')" 中国人民银行遂宁市中心支行
is 'an office of the party keeps its name' "$(meta org \
    '由中共青石县委机构编制委员会办公室编制的2019年度政府信息公开年度报告。' \
    一、概述 '我办公开信息12条。')" 中共青石县委机构编制委员会办公室
is 'three characters that a list has' "$(meta org \
    市残联2015年政府信息公开工作年度报告 一、总体情况 '我会公开信息12条。' \
    清溪市残疾人联合会 2016年1月15日)" 清溪市残联
is 'a zone that calls itself 我区' "$(meta org 一、总体情况 \
    '2025年，青湖管理区有序推进各项工作。' '我区主动公开信息12条，我区无申请。')" 青湖管理区
is '... and not a word that ends like a town' "$(meta org 一、总体情况 \
    '2025年，增强乡有序推进各项工作。' '我乡主动公开信息12条，我乡无申请。')" ''

is 'an office of a zone with a long name, called after its city' \
    "$(meta org 一、总体情况 \
    '2025年，遂宁西山新区财政局认真做好公开。' '我局公开信息12条，我局无申请。')" \
    遂宁西山新区财政局
is 'a zone called as a district elsewhere lies nowhere for certain' \
    "$(meta region 东湖高新区财政局2020年政府信息公开工作年度报告)" ''
is '... but where the page names the city' \
    "$(meta region 东湖高新区财政局2020年政府信息公开工作年度报告 \
    根据条例和南昌市有关要求，现予公布。)" 南昌市东湖区
is '... and a zone called as a district and nothing else' \
    "$(meta region 永川高新区财政局2020年政府信息公开工作年度报告)" 重庆市永川区
is 'the customs of the country' "$(meta org \
    '海关总署（本级机关）2020年政府信息公开工作年度报告')" 海关总署
is 'a zone of a county with a short name, which a bracket calls otherwise' \
    "$(meta office '现公布随县经济开发区（以下简称县开发区）2019年政府信息公开工作年度报告。' \
    一、总体情况 '2019年，县开发区公开信息1条。')" 随县经济开发区
is 'the city that stands before another name of the office' "$(meta region \
    市城管局2023年政府信息公开工作年度报告 \
    '一、总体情况 我局印发《盐城市城市管理局2023年政务公开工作计划》。')" 盐城市
is '... and not of two cities' "$(meta region \
    市城管局2023年政府信息公开工作年度报告 \
    '一、总体情况 我局印发《盐城市城市管理局计划》，学习《绥化市城市管理局计划》。')" ''
is 'an office called after a city is not of whom it is addressed to' \
    "$(meta region 关于汉中航空智慧新城管理委员会2017年政府信息公开工作情况的报告 \
    陕西省人民政府： '现将我委2017年政府信息公开工作情况报告如下。')" 汉中市
is 'where a zone lies, which nothing tells' \
    "$(meta region 云溪高新区财政局2020年政府信息公开工作年度报告)" ''
is 'what the statistics are of, before a bracket' "$(meta org \
    '结合国家税务总局宁陕县税务局（以下简称“宁陕税务”）政府信息公开工作数据撰写。')" \
    国家税务总局宁陕县税务局
is 'the one a report is addressed to is not its subject' "$(meta org \
    安康市人民政府办公室： 根据有关规定，宁陕县不断拓展公开领域。 \
    '本报告涵盖宁陕县政府信息公开工作。依托宁陕县门户网站，宁陕县公开信息1条。' \
    一、总体情况 '2020年，宁陕县公开信息3条，宁陕县收到申请2件。')" 宁陕县
is 'the office of a government that sentences are about' "$(meta org 一、总体情况 \
    '2024年，绥化市人民政府办公室认真做好公开。' \
    '2024年，绥化市人民政府办公室公开信息12条。' \
    '依托绥化市政府门户网站，指导全市各单位。')" 绥化市人民政府办公室
is 'a sumu that says 我苏木' "$(meta org 一、总体情况 \
    '我苏木成立云山苏木政府信息公开领导小组。' 我苏木公开信息1条。)" 云山苏木
is 'a town in one sentence, which has another end of its name now' \
    "$(meta org 一、总体情况 '2014年，定军山乡公开信息1条。' 我乡无申请。)" 定军山乡

is 'the autonomous region that a page names in short' \
    "$(meta org 自治区民政厅2020年政府信息公开工作年度报告 \
    '一、总体情况 我厅按照新疆的部署公开信息1条。')" 新疆维吾尔自治区民政厅
is '... and not where it names two' \
    "$(meta region 自治区民政厅2020年政府信息公开工作年度报告 \
    '一、总体情况 我厅按照新疆的部署，学习宁夏经验，公开信息1条。')" ''
is 'the province that it names in full' \
    "$(meta region 省民政厅2020年政府信息公开工作年度报告 \
    '一、总体情况 我厅按照浙江省规定，公开信息1条。')" 浙江省
is '... and not in short' \
    "$(meta region 省民政厅2020年政府信息公开工作年度报告 \
    '一、总体情况 我厅学习浙江经验，公开信息1条。')" ''
is 'the province whose site the page is on' \
    "$(meta region 天津政务网 一、总体情况 \
    '2022年，按照市委、市政府要求公开信息1条。')" 天津市
is '... and not for a county' \
    "$(meta region 安徽政务服务网 一、总体情况 \
    '2022年，按照县委、县政府要求公开信息1条。')" ''
is 'a zone that is called as a division elsewhere' \
    "$(meta region 一、总体情况 '2022年，滨海新区公开信息1条，滨海新区无申请。' \
    滨海新区公开文件2件。)" ''

# Years
is 'the year of the period before that of the title' "$(meta year \
    柳桥乡2009年政府信息公开工作年度报告 \
    统计期限自2010年1月1日起至2010年12月31日止。)" 2010
is '... which is an alternative' "$(meta year-alternative \
    柳桥乡2009年政府信息公开工作年度报告 \
    统计期限自2010年1月1日起至2010年12月31日止。)" 2009
is 'the year of the title, not of a sentence' "$(meta year \
    柳桥乡2020年政府信息公开工作年度报告 一、总体情况 \
    2019年，我乡公开信息94条。2019年平稳。)" 2020
is 'the year that an unnamed report is said to be of' "$(meta year \
    '依据条例，编制了2021年年度报告。统计期限自2020年1月1日起至2020年12月31日止。' \
    一、总体情况 '2021年，枫亭街道平稳运行。' '2021年，我街道公开信息12条。')" 2021
is 'the year of the title where it came out the year after' "$(meta year \
    柳桥镇2011年政府信息公开工作年度报告 '发布时间：2012-03-05 09:10' \
    '本报告统计期限自2010年1月1日起至2010年12月31日止。' 一、概述 平稳。)" 2011
is '... of the period where that came out the year after' "$(meta year \
    '发布时间：2016-02-25' \
    '现公布2014年度政府信息公开年度报告。统计期限自2015年1月1日起至2015年12月31日止。' \
    一、概述 '2014年以来平稳。2014年成立。')" 2015
is 'years compared with do not count' "$(meta year 一、总体情况 \
    '2019年，我委公开信息14条，较2018年减少2条；公告3条，较2018年增加1条。')" 2019
is '... nor those since which something is' "$(meta year 一、总体情况 \
    我局自2011年起公开目录，2011年以前没有栏目，2013年以来开展了培训。)" 2013
is 'the year that opens a paragraph, before one that is told of more often' \
    "$(meta year 一、总体情况 '2014年，全县公开平稳。' \
    '公开了2013年决算、2013年收支表和2013年绩效评价。')" 2014
is 'no day of a page that stands above its title' "$(meta year '- 发布日期' \
    '- 2024-01-28' '- 主题分类' '- 政府信息公开年度报告' 一、总体情况 \
    '2023年，我局做好公开。')" 2023
is '... nor that of the day it was signed' "$(meta year 青石县财政局 2013年2月6日 \
    一、总体情况 '2012年，我局公开信息14条。')" 2012
is 'the most frequent year for want of others' "$(meta year \
    政府政务公开年报 一、总体情况 2019年，2019年，2018年。)" 2019
is 'a period that lost its marks' "$(meta period \
    柳桥乡2018年政府信息公开工作年度报告 年报数据统计期限为201811日至20181231日。)" \
    2018-01-01/2018-12-31
is '... is marked' "$(meta period-note 年报数据统计期限为201811日至20181231日。)" \
    201811日至20181231日
is '... as its source is' "$(meta period-source \
    年报数据统计期限为201811日至20181231日。)" repaired
is 'no period of other days' "$(meta period \
    年报数据统计期限为201811日至20181130日。)" ''
is 'a period with its numbers on lines' "$(meta period 统计期限自 2011 年 1 月 1 \
    日至 2011 年 12 月 31 日止)" 2011-01-01/2011-12-31
is 'a period that began in May' "$(meta period \
    统计期限自2008年5月1日《条例》实施之日起,至2008年12月31日止)" \
    2008-05-01/2008-12-31
is 'a day is the year of what only it has' "$(meta year \
    2019年3月26日本年度报告由青石县水利局编制。 一、概述 青石县水利局2018年公开平稳。)" 2018

# Days
is 'the day of publication' "$(meta published \
    '发布日期: 2019-01-10 发布机构:   文 号:' \
    柳桥乡2018年政府信息公开工作年度报告)" 2019-01-10
is 'in a table of keys and values' "$(meta published \
    '成文日期	2023-01-16	发布日期	2023-01-18' \
    青石县财政局2022年政府信息公开工作年度报告)" 2023-01-18
is '... which is furniture' "$(blocks "$tmp/in.txt" |
    awk -F '\t' '$3 == "cell" { print $4 }' | sort -u)" furniture
is 'a date before the source' "$(meta published 2022年01月18日来源:1 \
    柳桥镇2021年政府信息公开工作年度报告)" 2022-01-18
is 'a date in brackets below the title' "$(meta published \
    柳桥镇2012年政府信息公开工作年度报告 '(2013年1月30日)')" 2013-01-30
is 'a month below the title' "$(meta signed 清溪市人民政府2016年 \
    政府信息公开工作年度报告 清溪市人民政府 2017年3月)" 2017-03
is 'the day it was signed' "$(meta signed \
    柳桥镇2023年政府信息公开工作年度报告 一、概述 平稳。 柳桥镇人民政府 \
    2024年1月18日 2024年1月19日印发)" 2024-01-18
is '... and printed' "$(meta printed \
    柳桥镇2023年政府信息公开工作年度报告 一、概述 平稳。 柳桥镇人民政府 \
    2024年1月18日 2024年1月19日印发)" 2024-01-19
is 'no date from a widget' "$(meta signed \
    柳桥镇2023年政府信息公开工作年度报告 一、总体情况 平稳。 县领导到柳桥镇检查 \
    2023年12月1日 柳桥镇召开会议 2023年6月28日 （二）依申请)" ''
is 'the number of the document' "$(meta docno \
    '青柳政〔2018〕1号                 签发人：王一' \
    柳桥镇2017年政府信息公开工作年度报告)" 青柳政〔2018〕1号
is '... in a table with the signer' "$(meta docno \
    '青柳政〔2018〕1号	签发人：王一' \
    柳桥镇2017年政府信息公开工作年度报告)" 青柳政〔2018〕1号
is 'a number that lost its issuer is none' "$(meta docno '(〔2021〕—43)' \
    柳桥镇2017年政府信息公开工作年度报告)" ''
is 'the index number, its key spaced' "$(meta index-number \
    '索 引 号: 014416330/2018-04736' \
    清溪市2017年政府信息公开工作年度报告)" 014416330/2018-04736
blocks=$(printf 'a\t\tmeta\ttype\t0\t0\t0\t\ttext/html\na\t\tmeta\turl\t0\t0\t0\t\t%s\n' \
    http://example.org/2020-01-17/a.html)
is 'a date in the address only for want of others' "$(echo "$blocks" |
    "$bin/sectionize" | awk -F '\t' '$4 ~ /published/ { print $9 }')" '2020-01-17
url'

# Genres
genres=$(for title in 柳桥镇2017年政府信息公开工作年度报告 \
    青石县政府信息公开工作年度报告制度 关于编制2018年政府信息公开年度报告的通知 \
    清溪大学2021—2022学年信息公开年度报告 2018年三季度政府信息公开统计 \
    柳桥镇召开政府信息公开年度报告培训会; do
	meta genre "$title"
done | tr '\n' ' ')
is 'genres' "$genres" 'report rules notice university quarterly news '

is 'the column of a site is no title' "$(meta genre \
    '标题: 关于2014年政府信息公开要点落实情况的函' '栏目: 政府信息公开年报' \
    '现将我县2014年要点落实情况函告如下：' '主动公开政府信息61条。')" notice

# What is no report
notice='青石县人民政府办公室关于做好2032年政府信息公开工作年度报告的通知
各乡镇人民政府：
现就有关事项通知如下：
一、总体情况
主动公开政府信息98条。
二、主动公开政府信息情况
第二十条第（一）项
三、收到和处理政府信息公开申请情况
收到申请15件。
特此通知。'
printf '%s\n' "$notice" >"$tmp/notice.txt"
blocks "$tmp/notice.txt" >"$tmp/notice"
is 'a notice with the form annexed' "$(awk -F '\t' '$4 == "genre" { print $9 }' \
    "$tmp/notice")" notice
"$bin/tabulate" "$tmp/notice" >"$tmp/facts" 2>"$tmp/err"
is '... gives no figures' "$(cut -f11 "$tmp/facts" | sort -u)" structure
is '... and says so' "$(sed 's/.*: no/no/' "$tmp/err")" \
    'no report (notice): its figures are left out'
is '... but to who asks for them' "$("$bin/tabulate" -qa "$tmp/notice" |
    awk -F '\t' '$6 == "prose.proactive.total" { print $8 }')" 98
is '... and is accused of nothing' "$("$bin/check" "$tmp/facts" |
    awk -F '\t' '$6 != "note"')" ''
is 'an excerpt is a report' "$(meta genre '（二）依申请公开。2022年收到申请15件。' \
    '（三）平台建设。全年公众号发布信息98条。')" report
is 'so is one that names its rules' "$(meta genre \
    '依据《条例》第五十条规定，编制本报告。' 一、总体情况 我局主动公开政府信息98条。)" report
is 'nothing either way' "$(meta genre 柳桥 )" unknown

# Which office
is 'two that are as good: none, both told' "$(meta org-alternative \
    '本报告由青石县财政局根据条例编制。' '本报告由青石县审计局根据条例编制。' |
    tr '\n' ' ')" '青石县财政局 青石县审计局 '
is '... none' "$(again org)" ''
is 'one kind of office in two places: none' "$(meta org \
    '本报告由青石县财政局根据条例编制。' '本报告由云河县财政局根据条例编制。')" ''
is '... both told' "$(again org-alternative | tr '\n' ' ')" '青石县财政局 云河县财政局 '
numbers() { printf '%s\n' 一 二 三 四 五 六 七 八 九 十; }
for tens in $(numbers); do
	for ones in $(numbers); do
		echo "本报告由清溪$tens${ones}县财政局根据条例编制。"
	done
done >"$tmp/in.txt"
is 'more offices than are weighed' "$("$bin/extract" -q "$tmp/in.txt" |
    "$bin/sectionize" 2>&1 >"$tmp/out" | sed 's/.*: //'
    awk -F '\t' '$4 == "error" { print $9 }' "$tmp/out")" 'more offices than are weighed
more offices than are weighed'
is 'an office before a colon in the title' "$(meta org \
    青石县财政局：2022年政府信息公开工作年度报告 一、总体情况 平稳。)" 青石县财政局
is 'a seal behind the signature' "$(meta org '政府信息公开工作年度报告（2022年）' \
    一、总体情况 '我局公开信息12条。' '青石县财政局（盖章）' 2023年1月8日)" 青石县财政局
is 'no title of a menu' "$(meta org 青石县财政局 \
    '首页 机构职能 政府信息公开年报 依申请公开' 2022年度政府信息公开年报 一、总体情况 \
    '我局公开信息12条。')" 青石县财政局
is '... nor of the number of a document' "$(meta year '青财〔2023〕3号' \
    关于2022年度政府信息公开工作的报告 一、总体情况 '我局公开信息12条。')" 2022
is 'the key of 市市场监管局, completed' "$(meta office \
    市市场监管局2018年政府信息公开工作年度报告 一、总体情况 '我局公开信息12条。' \
    清溪市市场监督管理局 2019年1月15日)" 清溪市市场监督管理局
is 'a prefecture has one key' "$(meta office \
    昌吉州财政局2022年政府信息公开工作年度报告)" 昌吉回族自治州财政局
is 'a zone of a city has one key' "$(for office in 遂宁市高新技术产业开发区管委会 \
    遂宁高新区财政局 遂宁市高新区财政局 四川省遂宁市高新区; do
	meta office ${office}2022年政府信息公开工作年度报告
done | tr '\n' ' ')" '遂宁高新区 遂宁高新区财政局 遂宁高新区财政局 遂宁高新区 '
is 'a zone by its kind, which an address names' "$(meta org \
    '现公布经开区2023年政府信息公开工作年度报告。' \
    '请与经开区办公室联系（地址：遂宁经济技术开发区滨江路1号）。' \
    一、总体情况 '经开区公开信息12条。')" 遂宁经济技术开发区
is '... in the title' "$(meta org 经开区管委会2023年政府信息公开工作年度报告 \
    '地址：遂宁经济技术开发区滨江路1号。')" 遂宁经济技术开发区
is '... none of two' "$(meta org '现公布经开区2023年政府信息公开工作年度报告。' \
    '地址：遂宁经济技术开发区滨江路1号。' '另见安顺经济技术开发区。' \
    一、总体情况 '经开区公开信息12条。')" ''
is '... nor for an office of it' "$(meta org 一、总体情况 \
    '经开区公开信息12条。经开区平稳。遂宁经济技术开发区。我局公开信息3条。')" ''
is 'a zone in short is that zone' "$(meta org \
    2022年度清溪高新开发区政府信息公开工作年度报告 \
    '现公布2022年度清溪高新区政府信息公开年度报告。')" 清溪高新开发区
is 'a zone of two names, which says 我委' "$(meta org \
    '清溪高新区(经开区)管委会2022年度政府信息公开工作报告' \
    '清溪高新技术产业开发区(清溪经济技术开发区)管委会政务公开办公室编制2022年度报告。' \
    一、总体情况 '我委公开信息12条。')" '清溪高新区管委会'
is 'a town with a long name, by its government' "$(meta org 一、总体情况 \
    '2023年，白音塔拉宝力格镇人民政府认真贯彻条例。' '我镇公开信息12条。')" 白音塔拉宝力格镇
is 'an office that the opening is about, once' "$(meta org 信息公开工作年度报告 \
    '2022年，青石高新区管理委员会以习近平新时代中国特色社会主义思想为指导，加大公开力度。' \
    一、总体情况 '全年公开信息12条。')" 青石高新区管理委员会
is 'an office whose name is but the end of names' "$(meta org \
    '现将清溪市总工会2015年政府信息公开工作情况报告如下：' 一、概述 '我会公开信息12条。')" \
    清溪市总工会
is '城乡 is no town' "$(meta org \
    '现公布清溪市城乡一体化示范区管理委员会2022年政府信息公开工作年度报告。')" \
    清溪市城乡一体化示范区管理委员会
is 'what it calls itself decides' "$(meta org '请与青石县财政局联系。' \
    '请与青石县柳桥镇人民政府联系。' 一、总体情况 我镇公开信息98条。)" 青石县柳桥镇
is 'a mirror that put words behind the name' "$(meta org \
    青石县财政局比分直播网 2022年政府信息公开工作年度报告)" 青石县财政局

# One office under two names
for year in 2018:卫生和计划生育局 2019:卫生健康局; do
	printf '青石县%s%s年政府信息公开工作年度报告\n一、总体情况\n平稳。\n' \
	    "${year#*:}" "${year%:*}" >"$tmp/${year%:*}.txt"
done
"$bin/extract" -q "$tmp/2018.txt" "$tmp/2019.txt" | "$bin/sectionize" |
    "$bin/tabulate" -q >"$tmp/facts"
is 'has one key' "$(awk -F '\t' '$6 == "structure.office" { print $3, $13 }' \
    "$tmp/facts")" '青石县卫生和计划生育局 青石县卫生健康局
青石县卫生健康局 青石县卫生健康局'
printf 'org\tyear\n青石县卫健委\t2018\n青石县卫生局\t2019\n青石县审计局\t2019\n' \
    >"$tmp/roster"
is '... on the roster too' "$("$bin/check" --roster "$tmp/roster" "$tmp/facts" |
    awk -F '\t' '$5 ~ /^R-/ { print $3, $4, $5 }')" '青石县审计局 2019 R-MISSING'
for office in 中华人民共和国南宁海关 台州市气象局 昌吉回族自治州财政局 科尔沁右翼中旗教育局; do
	printf '%s2022年政府信息公开工作年度报告\n一、总体情况\n平稳。\n' $office >"$tmp/$office.txt"
	echo "$tmp/$office.txt"
done >"$tmp/files"
xargs "$bin/extract" -q <"$tmp/files" | "$bin/sectionize" | "$bin/tabulate" -q >"$tmp/facts"
printf '%s\t2022\n' org 南宁海关 台州气象局 昌吉州财政局 科右中旗教育局 青石县审计局 |
    sed '1s/2022/year/' >"$tmp/roster"
is 'places in short, or the country before them, on a roster' "$("$bin/check" --roster \
    "$tmp/roster" "$tmp/facts" | awk -F '\t' '$5 ~ /^R-/ { print $3, $5 }')" \
    '青石县审计局 R-MISSING'

printf '%s\n' '本报告由“工作情况”“2015年工作安排”两部分组成，数据截止日期为2014年12月31日。' \
    '一、工作情况' '全年平稳，2015年继续。' >"$tmp/last-day.txt"
is 'the year whose last day ends the figures' "$("$bin/extract" -q "$tmp/last-day.txt" |
    "$bin/sectionize" | awk -F '\t' '$4 ~ /^year/ { print $4, $9 }')" 'year 2014
year-source preamble'

if [ -d "$shared/gold" ]; then
	"$bin/extract" "$shared/reports" 2>"$tmp/err" | "$bin/sectionize" |
	    awk -F '\t' '$3 == "meta" && ($4 == "org" || $4 == "year") {
		n = split($1, path, "/"); said[path[n]] = said[path[n]] "\t" $9 }
		END { for (d in said) print d said[d] }' | sort >"$tmp/got"
	awk -F '\t' 'NR > 1 { print $1 "\t" $2 "\t" $3 }' \
	    "$shared/gold/tables.tsv" | sort -u >"$tmp/want"
	same 'organisation and year of real reports' "$tmp/got" "$tmp/want"
else
	skip 'organisation and year of real reports' 'no ../shared here'
fi

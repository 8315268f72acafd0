#!/bin/sh
# sectionize: the sections of reports in the layouts met, on fictional offices.
. tests/lib/tap.sh
plan 49

# blocks FILE: FILE through extract and sectionize.
blocks() { "$bin/extract" "$1" 2>"$tmp/err" | "$bin/sectionize"; }

# lines: kind, section and text of what is no meta, of the text on stdin.
lines() {
	cat >"$tmp/in.txt"
	blocks "$tmp/in.txt" |
	    awk -F '\t' '$3 != "meta" { print $3, $4, $9 }'
}

# heads: the sections that the text on stdin opens, in order.
heads() {
	lines | awk '$1 == "head" && $2 !~ /[.]/ && $2 != "preamble" {
		printf "%s%s", sep, $2; sep = " " }'
}

# opens NAME WANT: the text on stdin opens the sections WANT.
opens() { is "$1" "$(heads)" "$2"; }

cat >"$tmp/body" <<'EOF'
一、总体情况
2023年，我镇主动公开政府信息131条。
二、主动公开政府信息情况
第二十条第（一）项
三、收到和处理政府信息公开申请情况
本年无。
四、政府信息公开行政复议、行政诉讼情况
没有。
五、存在的主要问题及改进情况
公开不够及时。
六、其他需要报告的事项
无。
EOF
all='overview proactive requests review problems other'

# Headings
opens 'six sections of 2021' "$all" <"$tmp/body"
cat >"$tmp/2008" <<'EOF'
一、概述
全年工作平稳。
二、主动公开政府信息的情况
（一）主动公开政府信息的数量
80条。
三、政府信息依申请公开办理情况
无。
四、政府信息公开的收费及减免情况
无。
五、因政府信息公开申请行政复议、提起行政诉讼的情况
无。
六、政府信息公开工作存在的主要问题及改进措施
无。
七、需要说明的事项与附表
（一）主动公开情况
80条。
（二）附表
指标名称
EOF
opens 'seven sections of 2008, and the annex' \
    'overview proactive requests fees review problems other annex' <"$tmp/2008"
opens 'headings renumbered, the preamble numbered too' \
    'overview proactive problems' <<'EOF'
一、引言
按照规定编制。
一、概述
工作平稳。
三、政府信息主动公开情况
80条。
七、存在问题及改进措施
无。
EOF
opens 'headings without numbers' 'overview proactive requests' <<'EOF'
总体情况
工作平稳。
主动公开政府信息情况
80条。
收到和处理政府信息公开申请情况
无。
EOF
opens 'only the first heading without its number' \
    'overview proactive requests' <<'EOF'
总体情况
工作平稳。
二、主动公开政府信息情况
80条。
三、收到和处理政府信息公开申请情况
无。
EOF
opens 'no section one' 'proactive requests review' <<'EOF'
一、主动公开政府信息的情况
80条。
二、依申请公开政府信息和不予公开政府信息情况
无。
三、复议、诉讼和申诉情况
无。
EOF
opens 'Arabic numbers for sections' 'overview proactive requests review' <<'EOF'
1、概述
工作平稳。
2、主动公开政府信息情况
80条。
3、依申请公开情况
无。
4、行政复议和行政诉讼情况
无。
EOF
opens 'parts for sections' 'overview proactive' <<'EOF'
第一部分 概述
工作平稳。
第二部分 主动公开政府信息情况
80条。
EOF
opens 'spaces, traditional characters, radicals' \
    'overview proactive consult' <<'EOF'
⼀ 、概 述
工作平穩。
二、主動公開政府信息情況
80條。
五、谘詢情況
無。
EOF
opens 'pinyin behind the characters' 'overview proactive' <<'EOF'
一、总体(zongti)情况
平稳。
二、主動公開政府信息(xinxi)情況
80條。
EOF
opens 'spellings nobody has met' 'overview proactive requests problems' <<'EOF'
一、2022年度信息公开工作总体进展
平稳。
二、行政机关主动公开政府信息基本情况
80条。
三、依申请公开受理与答复的有关情况
无。
四、工作中的不足和下一步打算
无。
EOF
opens 'an unknown heading in its turn' 'overview proactive other requests' <<'EOF'
一、概述
平稳。
二、主动公开政府信息情况
80条。
三、两化工作
平稳。
四、依申请公开情况
无。
EOF
opens 'slogans with numbers are paragraphs' 'overview proactive' <<'EOF'
一、概述
一、加强组织领导，健全工作机制。
二、强化主动公开，拓宽渠道。
二、主动公开政府信息情况
80条。
EOF
opens 'numbered items within the last section' 'overview proactive other' <<'EOF'
一、概述
平稳。
二、主动公开政府信息情况
80条。
六、需要说明的事项与附表
一、主动公开情况
80条。
EOF
opens 'items of the first section numbered as sections' "$all" <<'EOF'
一、总体情况
一、主动公开情况
131条。
二、依申请公开情况
6件。
三、政府信息管理情况
清理一次。
四、平台建设情况
改版。
五、监督保障情况
培训一次。
二、主动公开政府信息情况
规章
三、收到和处理政府信息公开申请情况
无。
四、政府信息公开行政复议、行政诉讼情况
无。
五、存在的主要问题及改进情况
无。
六、其他需要报告的事项
无。
EOF
opens 'a number twice' 'overview proactive requests review problems' <<'EOF'
一、概述
平稳。
二、主动公开政府信息情况
80条。
三、依申请公开政府信息情况
无。
三、行政复议和行政诉讼情况
无。
五、存在问题和改进措施
无。
EOF
opens 'a wrong number' 'overview proactive requests review problems other' <<'EOF'
一、概述
平稳。
二、主动公开政府信息情况
80条。
三、依申请公开政府信息情况
无。
六、行政复议和行政诉讼情况
无。
五、存在问题和改进措施
无。
六、其他需要报告的事项
无。
EOF
opens 'headings with nothing between them' \
    'overview proactive requests review problems' <<'EOF'
一、总体情况
平稳。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
无。
EOF
{
	echo '本报告由总体情况、主动公开政府信息情况、存在的问题等六部分组成。'
	echo '报告包括“总体情况”“主动公开政府信息情况”“存在的主要问题及改进情况”。'
	cat "$tmp/body"
} | opens 'names of sections in the preamble' "$all"
{
	echo 目录
	echo 一、总体情况.........1
	echo 二、主动公开政府信息情况.........2
	echo 三、收到和处理政府信息公开申请情况.........3
	cat "$tmp/body"
} | opens 'a table of contents' "$all"
{
	echo '1、总体情况 (1)部署 2、主动公开政府信息情况'
	cat "$tmp/body"
} | opens 'a table of contents with other numbers' "$all"
{
	echo '一、总体情况,(一)部署。,二、主动公开政府信息情况,(一)范围,三、存在的主要问题及改进情况'
	cat "$tmp/body"
} | opens 'a table of contents on one line' "$all"
opens 'labels of a table in lines are no headings' 'overview requests review' <<'EOF'
一、总体情况
平稳。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量
0
二、上年结转政府信息公开申请数量
0
三、本年度办理结果
（一）予以公开
0
四、结转下年度继续办理
0
四、政府信息公开行政复议、行政诉讼情况
无。
EOF
is '... nor parts of an outline' "$(blocks "$tmp/in.txt" |
    awk -F '\t' '$4 ~ /[.]/' | wc -l)" 0
opens 'blocks of the table of 2014 are no sections' \
    'overview proactive requests problems' <<'EOF'
一、概述
平稳。
二、主动公开政府信息情况
80条。
三、依申请公开政府信息情况
无。
四、存在的主要问题及改进措施
无。
统计指标 单位 统计数
一、主动公开情况
（一）主动公开政府信息数 条 80
二、回应解读情况
三、依申请公开情况
七、依申请公开信息收取的费用 万元 0
八、机构建设和保障经费情况
EOF
opens 'what a template left opens nothing' 'overview proactive' <<'EOF'
一、总体情况
编写说明:可先适当综述主动公开政府信息情况。
二、主动公开政府信息情况
该部分以表格形式报告。表格如下:
EOF

# Headings and text on one line
tr '\n' ' ' <"$tmp/body" >"$tmp/one"
opens 'a report on one line' "$all" <"$tmp/one"
is '... is cut before and behind its headings' \
    "$(blocks "$tmp/in.txt" | awk -F '\t' '$3 != "meta" {
	sub(/ $/, "", $9); print $3, $4, $9 }' | head -4)" \
    'head overview 一、总体情况
text overview 2023年，我镇主动公开政府信息131条。
head proactive 二、主动公开政府信息情况
text proactive 第二十条第（一）项'
is '... and its pieces keep their place' "$(blocks "$tmp/in.txt" |
    awk -F '\t' '$3 != "meta" { print $2 }' | sort -u)" L1
tr -d '\n' <"$tmp/body" >"$tmp/one"
opens '... without even a space' "$all" <"$tmp/one"
is 'a heading run into a paragraph' "$(lines <<'EOF'
一、总体情况
平稳。二、主动公开政府信息情况
80条。
EOF
)" 'head overview 一、总体情况
text overview 平稳。
head proactive 二、主动公开政府信息情况
text proactive 80条。'
is 'a paragraph run into its heading' "$(lines <<'EOF'
一、总体情况。2023年工作平稳。
二、主动公开政府信息情况：公开80条。
EOF
)" 'head overview 一、总体情况。
text overview 2023年工作平稳。
head proactive 二、主动公开政府信息情况：
text proactive 公开80条。'
is 'a text that starts in the middle' "$(lines <<'EOF'
主动公开80条。
（二）依申请公开情况
收到6件。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
EOF
)" 'text preamble 主动公开80条。
head overview.2 （二）依申请公开情况
text overview.2 收到6件。
head proactive 二、主动公开政府信息情况
head requests 三、收到和处理政府信息公开申请情况'

# The outline
is 'an outline of three levels' "$(lines <<'EOF'
一、总体情况
（一）主动公开情况
1.部署。今年部署3次。
（1）分工。
2.落实
（二）依申请公开情况。收到6件。
二、主动公开政府信息情况
EOF
)" 'head overview 一、总体情况
head overview.1 （一）主动公开情况
text overview.1.1 1.部署。今年部署3次。
text overview.1.1 （1）分工。
text overview.1.2 2.落实
text overview.2 （二）依申请公开情况。收到6件。
head proactive 二、主动公开政府信息情况'
is 'cells stand in the section' "$(printf \
    '一、总体情况\n平稳\n二、主动公开政府信息情况\n规章\t0\t0\n' | lines |
    tail -1)" 'cell proactive 0'

# Around the report
{
	echo 青石县人民政府网站
	echo '首页 > 政务公开 > 年报'
	echo '【字体：大 中 小】 打印'
	echo '发布时间：2024-01-18 浏览次数：12'
	echo 青石县柳桥镇2023年政府信息公开工作年度报告
	cat "$tmp/body"
} | lines | cut -d ' ' -f 2 | head -6 >"$tmp/got"
printf '%s\n' furniture furniture furniture furniture preamble overview \
    >"$tmp/want"
same 'what stands before the title' "$tmp/got" "$tmp/want"
is 'the head of an official document stays' "$(lines <<'EOF' | cut -d ' ' -f 2
青柳政〔2024〕3号 签发人：王一
青石县柳桥镇人民政府文件
青石县柳桥镇2023年政府信息公开工作年度报告
青石县人民政府：
一、总体情况
EOF
)" 'preamble
preamble
preamble
preamble
overview'
is 'a widget inside the body' "$(lines <<'EOF'
一、总体情况
（一）主动公开情况
公开80条。三是做好
县领导到柳桥镇开展安全检查...
2023年12月1日

柳桥镇召开村庄规划会议
2023年6月28日
（二）依申请公开情况
收到6件。
二、主动公开政府信息情况
EOF
)" 'head overview 一、总体情况
head overview.1 （一）主动公开情况
text overview.1 公开80条。三是做好
text furniture 县领导到柳桥镇开展安全检查...
text furniture 2023年12月1日
text furniture 柳桥镇召开村庄规划会议
text furniture 2023年6月28日
head overview.2 （二）依申请公开情况
text overview.2 收到6件。
head proactive 二、主动公开政府信息情况'
is 'links with their dates, behind the report' "$(lines <<'EOF' | tail -3
一、总体情况
平稳。
柳桥镇召开村庄规划会议 2023-06-28
柳桥镇开展安全检查 2023-06-27
柳桥镇启动防汛 2023-06-26
EOF
)" 'text furniture 柳桥镇召开村庄规划会议 2023-06-28
text furniture 柳桥镇开展安全检查 2023-06-27
text furniture 柳桥镇启动防汛 2023-06-26'
is 'the closing, and the footer of the site' "$(lines <<'EOF' | cut -d ' ' -f 2
五、存在的主要问题及改进情况
无。
青石县柳桥镇人民政府
2024年1月18日
（此件主动公开）
抄送：县政府办公室。
柳桥镇党政办公室
2024年1月19日印发
主办：青石县人民政府 版权所有 某ICP备00000000号
EOF
)" 'problems
problems
signature
signature
signature
signature
signature
signature
furniture'
is 'office and day on one line' "$(lines <<'EOF' | tail -1
一、总体情况
平稳。
青石县柳桥镇人民政府2024年1月18日
EOF
)" 'text signature 青石县柳桥镇人民政府2024年1月18日'
is 'a table behind the signature is the annex' "$(printf '%s\n' \
    '一、总体情况' '平稳。' '青石县财政局' '2019年1月8日' \
    '指标名称	单位' | lines | tail -1)" 'cell annex 单位'
printf 'a\t\tmeta\ttype\t0\t0\t0\t\ttext/html\n' >"$tmp/html"
printf 'a\tL1\ttext\tfurniture\t0\t0\t0\t\t一、总体情况\n' >>"$tmp/html"
printf 'a\tL2\thead\t\t0\t0\t0\t\t一、总体情况\n' >>"$tmp/html"
is 'furniture that extract knows stays' "$("$bin/sectionize" "$tmp/html" |
    awk -F '\t' '$2 != "" { print $2, $3, $4 }' | sort -u)" \
    'L1 text furniture
L2 head overview'

# The filter
printf 'a\t\tmeta\ttype\t0\t0\t0\t\ttext/plain\n' >"$tmp/escaped"
printf 'a\tL1\ttext\t\t0\t0\t0\t\tx\\ty\n' >>"$tmp/escaped"
is 'escapes go through' "$("$bin/sectionize" "$tmp/escaped" | tail -1)" \
    "$(printf 'a\tL1\ttext\tpreamble\t0\t0\t0\t\tx\\ty')"
"$bin/extract" "$tmp/2008" >"$tmp/blocks" 2>"$tmp/err"
"$bin/sectionize" "$tmp/blocks" >"$tmp/whole"
perl -e '$| = 1; print while sysread STDIN, $_, 1' <"$tmp/blocks" |
    "$bin/sectionize" >"$tmp/bytewise"
same 'one byte at a time' "$tmp/bytewise" "$tmp/whole"
status 'a full disk' 2 sh -c "'$bin/sectionize' '$tmp/blocks' >/dev/full"
status 'a missing file' 2 "$bin/sectionize" "$tmp/none"
status 'nothing' 0 "$bin/sectionize" /dev/null

# Found by the fuzzers: a name behind digits was looked for three bytes at a time.
printf 'a\tL1\ttext\t\t0\t0\t0\t\t7青石县柳桥镇人民政府2021年政府信息公开工作年度报告\n' >"$tmp/digits"
is 'a name behind a digit is whole' "$("$bin/sectionize" "$tmp/digits" |
    awk -F'\t' '$4 == "org" { print $9 }')" 青石县柳桥镇

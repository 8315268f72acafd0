#!/bin/sh
# The data of sectionize, nianbao-headings(5): each example of the manual does
# what it says, and a line that can never apply is refused with its place.
. tests/lib/tap.sh
of_any_system 'headings'
plan 39

own=$tmp/own
mkdir "$own"
header() { head -1 "lib/data/$1"; }

# own FILE LINE...: these lines, and no other file, are the overlay.
own() {
	rm -f "$own"/*
	file=$1
	shift
	{ header "$file"; printf '%b\n' "$@"; } >"$own/$file"
}

# example FILE: that example of the manual is the overlay.
example() {
	rm -f "$own"/*
	awk -v file="$1:" '$1 == file { here = 1 }
	here && /^\.Ed/ { exit }
	here && show { print }
	here && /^\.Bd/ { show = 1 }' doc/nianbao-headings.5 >"$own/$1"
}

# seen FIELDS PATTERN [OPTION...] of the text in $text: these fields of the
# records that match.
seen() {
	fields=$1 pattern=$2
	shift 2
	printf '%b\n' "@doc a\n$text" | awk -f tests/sections/blocks.awk |
	    "$bin/sectionize" "$@" | cut -f "$fields" | grep -e "$pattern"
}

# shows NAME FIELDS PATTERN BEFORE AFTER: without and with the overlay.
shows() {
	is "$1: built in" "$(seen "$2" "$3")" "$(printf '%b' "$4")"
	is "$1: and as the example has it" "$(seen "$2" "$3" -d "$own")" \
	    "$(printf '%b' "$5")"
}

text='一、概述\n平稳。\n二、工作中的短板\n无。'
example headings.tsv
shows headings 3,4 '^head' 'head\toverview\nhead\tother' 'head\toverview\nhead\tproblems'
text=柳桥镇2023年政府信息公开工作计划年度报告
example genres.tsv
shows genres 4,9 '^genre	' 'genre\treport' 'genre\trules'
text='一、概述\n平稳。\n掌上政务大厅'
example page-lines.tsv
shows page-lines 4,9 掌上 'overview\t掌上政务大厅' 'furniture\t掌上政务大厅'
text='发布机构：青石县柳桥镇 公示日：2024-01-18'
example page-fields.tsv
shows page-fields 4,9 '^published	' '' 'published\t2024-01-18'
text=青石县柳桥镇便民服务中心2023年政府信息公开工作年度报告
example offices.tsv
shows offices 4,9 '^org	' 'org\t青石县柳桥镇便民服务中心' 'org\t青石县柳桥镇'
text=青石县卫生计生服务局2023年政府信息公开工作年度报告
example office-names.tsv
shows office-names 4,9 '^office	' 'office\t青石县卫生计生服务局' 'office\t青石县卫生健康局'
text='责任单位为青石县民政局'
example office-frames.tsv
shows office-frames 4,9 '^org	' '' 'org\t青石县民政局'
text=青木林场财政局2023年政府信息公开工作年度报告
example place-suffixes.tsv
shows place-suffixes 4,9 '^region	' '' 'region\t青木林场'
text=青石县林木管理所2023年党务政务公开工作年度报告
example section-words.tsv
shows section-words 4,9 '^org	' 'org\t青石县林木管理所党务' 'org\t青石县林木管理所'

# refused NAME PLACE AND REASON: the overlay is, even before there is any input.
refused() {
	got=$("$bin/sectionize" -d "$own" /dev/null 2>&1)
	is "$1" "$? $got" "2 sectionize: $own/$2"
}

own headings.tsv 'problem\t短板'
refused 'a section that does not exist' \
    'headings.tsv:2: column 1: nothing the suite knows: problem'
own genres.tsv 'reprot\t年报\t\t\ttitle\t2'
refused 'an unknown genre' \
    'genres.tsv:2: column 1: nothing the suite knows: reprot'
own page-lines.tsv 'navigation\t^首页'
refused 'an unknown kind of line' \
    'page-lines.tsv:2: column 1: nothing the suite knows: navigation'
own section-words.tsv 'title\t年报'
refused 'an unknown kind of words' \
    'section-words.tsv:2: column 1: no kind of words has this name: title'
own place-suffixes.tsv 'suffix\t林区\t2\tvillage'
refused 'an unknown level' \
    'place-suffixes.tsv:2: column 13: nothing the suite knows: village'
own place-suffixes.tsv 'suffix\t林区\t\ttown'
refused 'a number that is missing' \
    'place-suffixes.tsv:2: column 11: a column is missing'
own page-fields.tsv 'key\t上网日期\tpublishd'
refused 'an unknown field of the page' \
    'page-fields.tsv:2: column 10: nothing the suite knows: publishd'
own offices.tsv 'town'
refused 'an empty word' 'offices.tsv:2: column 5: the column word is empty'
own headings.tsv 'problems'
refused 'a pattern without words' 'headings.tsv:2: column 9: the column needs is empty'
own headings.tsv 'problems\t短板|^'
refused 'an anchor without a word' 'headings.tsv:2: column 13: an empty word: ^'
own headings.tsv 'problems\t短板 ' 'problems\t短板  问题'
refused 'a group without words' 'headings.tsv:3: column 13: an empty pattern'
own headings.tsv 'problems\t短板||不足'
refused 'an alternative without words' 'headings.tsv:2: column 13: an empty word'
own headings.tsv 'problems\t短板\t\tmany'
refused 'a length that is no number' \
    'headings.tsv:2: column 14: not a number: many'
own headings.tsv 'problems\t存在的短板|工作短板 年\t\t3'
refused 'a length that no word has' \
    'headings.tsv:2: column 10: longer than a line may be: 存在的短板|工作短板'
own headings.tsv 'problems\t存在的短板|工作短板\t短板|问题'
refused 'a line that forbids what it needs' \
    'headings.tsv:2: column 21: what the line needs is what it must not have: 短板|问题'
own headings.tsv 'problems\tx|短板' 'other\ty'
is 'a word of one byte' "$("$bin/sectionize" -d "$own" /dev/null 2>&1; echo $?)" 0
own headings.tsv 'problems\t短板|不足' '' 'other\t工作短板|^不足$\t年'
refused 'a line behind one that takes all it would' \
    "headings.tsv:4: column 7: line 2 of $own/headings.tsv is met first: 工作短板|^不足$"
own headings.tsv 'problems\t短板|不足\t年' 'other\t工作短板' 'problems\t亮点\t\t9' \
    'other\t亮点\t\t10' 'problems\t^甲' 'other\t甲' 'problems\t乙$' 'other\t^乙'
is 'lines behind others that leave them some' \
    "$("$bin/sectionize" -d "$own" /dev/null 2>&1; echo $?)" 0
own headings.tsv 'problems\t总体|概述|概况|综述|基本情况|工作情况|进展|成效|回顾|主要工作|主要做法|推进情况|开展情况|公开情况|落实情况|工作总结'
is 'one that takes the lines of one built in' \
    "$("$bin/sectionize" -d "$own" /dev/null 2>&1; echo $?)" 0
own headings.tsv 'off\tproblems\t问题|不足|困难|改进|下一步|今后|下阶段|明年|计划' \
    'other\t问题'
text='一、概述\n平稳。\n二、存在的问题\n无。'
is 'a line taken away' "$(seen 3,4 '^head' -d "$own")" \
    "$(printf 'head\toverview\nhead\tother')"
# More words and lines than any fixed table would hold.
awk 'BEGIN { print "section\tneeds\tunless\tmost\talone"
	for (i = 0; i < 2000; i++) print "problems\t甲" i "乙|丙" i "丁" }' >"$own/headings.tsv"
text='一、概述\n平稳。\n二、丙1999丁\n无。'
is 'any number of words' "$(seen 3,4 '^head' -d "$own")" \
    "$(printf 'head\toverview\nhead\tproblems')"

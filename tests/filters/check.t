#!/bin/sh
# check: rules over facts
. tests/lib/tap.sh

LC_ALL=zh_CN.UTF-8
tab=$(printf '\t')

# Facts of one document: `doc NAME ORG YEAR FORM', then `f ITEM COL VALUE
# [STATE [SOURCE [RAW]]]' for each.
doc() { doc_head="$1${tab}云岭县${tab}$2${tab}$3${tab}$4"; doc_line=0; }
f() {
	doc_line=$((doc_line + 1))
	printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\tL%s\t%s\n' "$doc_head" "$1" "$2" \
	    "$3" 件 "${4:-number}" "${5:-table}" "$doc_line" "${6:-$3}"
}

# row ITEM N B R P L O T: a row of the requests table; - is a blank
row() {
	row_item=$1
	shift
	for row_col in natural business research public-interest \
	    legal-service other total; do
		if [ "$1" = - ]; then f "$row_item" $row_col '' blank
		else f "$row_item" $row_col "$1"; fi
		shift
	done
}

# found OPTION... <FACTS: rule, verdict, where, left, right of the findings
found() { "$bin/check" "$@" - | cut -f5,7-10; }

### Rows, and blanks as intervals
doc a.txt 云岭县东桥镇 2023 2021 >/dev/null
row requests.new 4 1 0 0 0 0 6 >"$tmp/f"
is 'a row that does not add up' "$(found <"$tmp/f")" \
    "Q-ROW${tab}fail${tab}requests.new${tab}5${tab}6"
is 'says so in the words of the form' \
    "$("$bin/check" "$tmp/f" | cut -f13)" \
    '一、本年新收政府信息公开申请数量：各类申请人之和为5，总计为6'
is 'or in English' "$(LC_ALL=C "$bin/check" "$tmp/f" | cut -f13)" \
    '一、本年新收政府信息公开申请数量: the applicants add up to 5, the total says 6'
is '--lang decides' "$(LC_ALL=C "$bin/check" --lang zh "$tmp/f" | cut -f13)" \
    "$("$bin/check" "$tmp/f" | cut -f13)"
is 'cells and the place of the first' \
    "$("$bin/check" "$tmp/f" | cut -f11,12)" \
    "requests.new@natural,requests.new@business,requests.new@research,requests.new@public-interest,requests.new@legal-service,requests.new@other,requests.new@total${tab}L1"
status 'errors end with 1' 1 "$bin/check" "$tmp/f"
status 'though other verdicts are asked for' 1 "$bin/check" -v pass "$tmp/f"

row requests.new 4 - 0 0 0 0 6 >"$tmp/f"
is 'a blank is what is missing' \
    "$(found -a <"$tmp/f" | grep Q-ROW)" \
    "Q-ROW${tab}fail${tab}requests.new${tab}4${tab}6"
row requests.new 7 - 0 0 0 0 6 >"$tmp/f"
is 'no filling makes 7 and more 6' "$(found <"$tmp/f" | grep Q-ROW)" \
    "Q-ROW${tab}fail${tab}requests.new${tab}>=7${tab}6"
row requests.new 6 - - - - - 6 >"$tmp/f"
is 'holds with blanks as 0, and says so' \
    "$("$bin/check" -a "$tmp/f" | grep Q-ROW | cut -f7,13)" \
    "pass${tab}一、本年新收政府信息公开申请数量：空白按0计则成立"
row requests.new 0 0 - - 0 0 0 >"$tmp/f"
is 'nothing but zeros and blanks' "$(found -a <"$tmp/f" | grep Q-ROW)" \
    "Q-ROW${tab}vacuous${tab}requests.new${tab}${tab}0"
{ row requests.new 0 - - - - - 0; row requests.forward - - - - - - -
  row requests.carried 1 0 0 0 0 0 1; } >"$tmp/g"
is 'blanks alone are no zeros' \
    "$(found -a <"$tmp/g" | grep "Q-ROW.*requests.forward" | cut -f2)" unknown
is 'verdicts by name' "$(found -v vacuous <"$tmp/f" | cut -f2 | sort -u)" \
    vacuous
{ f requests.new natural '' unreadable
  for c in business research public-interest legal-service other total; do
	f requests.new $c 0
  done; } >"$tmp/f"
is 'an unreadable figure is never taken for 0' \
    "$(found -a <"$tmp/f" | grep Q-ROW | cut -f2)" unknown
{ row requests.new 4 1 0 0 0 0 5; f requests.new natural 9; } >"$tmp/f"
is 'of a cell printed twice nobody knows which holds' \
    "$(found -a <"$tmp/f" | grep Q-ROW | cut -f2)" unknown
{ row requests.new -4 0.5 0 0 0 0 -3.5; } >"$tmp/f"
is 'figures count cases' "$(found <"$tmp/f" | grep -c Q-NEG)" 3

### Sentences
doc b.txt 云岭县东桥镇 2018 2008 >/dev/null
{ f prose.proactive.total count 40 number prose
  f prose.proactive.category 规划计划类 12 number prose
  f prose.proactive.category-share 规划计划类 30 number prose
  f prose.proactive.category 其他类 27 number prose
  f prose.proactive.category-share 其他类 67.5 number prose; } >"$tmp/f"
is 'a list with its rest adds up' "$(found <"$tmp/f" | grep T-CAT)" \
    "T-CAT${tab}fail${tab}prose.proactive.category${tab}39${tab}40"
sed 's/其他类/文教卫生类/' "$tmp/f" >"$tmp/g"
is 'a list without its rest may stop short' "$(found <"$tmp/g")" ''
{ f prose.proactive.total count 39 number prose
  f prose.proactive.category 甲类 3 number prose
  f prose.proactive.category-share 甲类 7.6 number prose
  f prose.proactive.category 乙类 15 number prose
  f prose.proactive.category-share 乙类 38.1 number prose; } >"$tmp/f"
is 'shares may be rounded or cut, not wrong' "$(found <"$tmp/f")" \
    "T-PCT${tab}fail${tab}乙类${tab}38.1${tab}38.461538"
{ f prose.respond.hotline count 7200 number prose
  f prose.respond.hotline count 30 number prose; } >"$tmp/f"
is 'two figures for one measure' "$(found <"$tmp/f" | cut -f1,4,5)" \
    "T-CONFLICT${tab}30${tab}7200"
{ f prose.respond.hotline count 30 approx prose 30余件
  f prose.respond.hotline count 34 number prose; } >"$tmp/f"
is 'a rough figure does not contradict' "$(found <"$tmp/f")" ''

doc c.txt 云岭县东桥镇 2023 2021 >/dev/null
{ f prose.requests.received count 6 number prose
  row requests.new 4 1 0 0 0 0 5; row requests.carried 1 0 0 0 0 0 1; } \
    >"$tmp/f"
is 'received may be new and carried' "$(found <"$tmp/f")" ''
sed 's/	6	件/	7	件/' "$tmp/f" >"$tmp/g"
is 'or the text contradicts the table' "$(found <"$tmp/g" | cut -f1,3,4)" \
    "T-TABLE${tab}prose.requests.received${tab}7"
{ cat "$tmp/g"; f prose.requests.received count 5 number prose; } >"$tmp/h"
is 'one statement of several need agree' \
    "$(found <"$tmp/h" | cut -f1)" T-CONFLICT

### Sections and dates
{ f structure.genre count 1 number structure report
  for s in overview proactive requests review other; do
	f structure.section.$s count 1 number structure ''
  done
  f structure.cells expected 1 number structure ''
  f structure.period start 20230101 number structure ''
  f structure.period end 20231211 number structure ''
  f structure.signed date 20231229 number structure ''; } >"$tmp/f"
is 'sections and dates' "$(found <"$tmp/f" | cut -f1,3-5)" \
"D-PERIOD${tab}${tab}20231211${tab}20231231
D-PUBDATE${tab}${tab}20231229${tab}20240101
D-SECT-2021${tab}structure.section.problems${tab}0${tab}1"
status 'without errors the end is 0' 0 "$bin/check" "$tmp/f"
f structure.genre count 1 number structure rules >"$tmp/f"
f structure.genre count 1 number structure rules | sed 's/2023/'"/" >"$tmp/g"
is 'a year that is not known is empty' "$("$bin/check" "$tmp/g" | cut -f4)" ''
is 'what is no report' "$(found <"$tmp/f" | cut -f1)" D-NOT-REPORT

### Years
years() {
	for years_cumulative in "$@"; do
		years_n=$((years_n + 1))
		doc "y$years_n.txt" 云岭县东桥镇 $((2010 + years_n)) 2008
		f proactive.documents year 10
		f proactive.documents cumulative "$years_cumulative"
	done
}
years_n=0
years 10 20 30 40 >"$tmp/f"
is 'a chain of years' "$(found <"$tmp/f")" ''
years_n=0
years 10 25 35 45 >"$tmp/f"
is 'a chain that breaks once' \
    "$("$bin/check" "$tmp/f" | cut -f1,4,5,9,10)" \
    "y2.txt${tab}2012${tab}F-CUM${tab}25${tab}20"
years_n=0
years 10 25 30 40 >"$tmp/f"
is 'one wrong figure is told once, not again the year after' \
    "$("$bin/check" "$tmp/f" | cut -f1)" y2.txt
sed 's/东桥镇/西桥镇/' "$tmp/f" | sed -n '3,4p' >"$tmp/g"
sed -n '1,2p' "$tmp/f" | cat - "$tmp/g" >"$tmp/h"
is 'another office is another chain' "$(found <"$tmp/h")" ''
sed -n '1,2p;5,6p' "$tmp/f" >"$tmp/g"
is 'a missing year leaves it open' "$(found <"$tmp/g")" ''
years_n=0
years 10 20 29 >"$tmp/f"
sed -n '1,2p;5,6p' "$tmp/f" >"$tmp/g"
is 'but for what two years alone make' "$(found <"$tmp/g")" ''
years_n=0
years 10 20 19 >"$tmp/f"
sed -n '1,2p;5,6p' "$tmp/f" >"$tmp/g"
is 'which a sum of all years cannot be less than' "$(found <"$tmp/g")" \
    "F-CUM${tab}fail${tab}proactive.documents${tab}19${tab}20"

# shellcheck disable=SC2086 # two rows of seven
carry() { doc "$1" 云岭县东桥镇 "$2" 2021; row requests.carried $3; row requests.forward $4; }
{ carry c1.txt 2022 '0 0 0 0 0 0 0' '2 1 0 0 0 0 3'
  carry c2.txt 2023 '2 0 1 0 0 0 3' '0 0 0 0 0 0 0'; } >"$tmp/f"
is 'what was passed on comes in, column by column' \
    "$(found <"$tmp/f" | grep Q-CARRY | cut -f3-5)" \
    "$(printf 'business\t0\t1\nresearch\t1\t0')"

### Copies, rosters, waivers
{ doc m1.txt 云岭县东桥镇 2023 2021; row requests.new 4 1 0 0 0 0 5
  doc m2.txt 云岭县东桥镇 2023 2021; row requests.new 4 2 0 0 0 0 6
  doc m3.txt 云岭县东桥镇 2023 2021; row requests.new 4 2 0 0 0 0 6
} >"$tmp/f"
is 'copies that differ, copies that do not' \
    "$("$bin/check" "$tmp/f" | cut -f1,5,8-10,13)" \
"m2.txt${tab}Y-CHANGED${tab}requests.new@business${tab}2${tab}1${tab}一、本年新收政府信息公开申请数量·商业企业：2，另一份（m1.txt）为 1
m2.txt${tab}Y-CHANGED${tab}requests.new@total${tab}6${tab}5${tab}一、本年新收政府信息公开申请数量·总计：6，另一份（m1.txt）为 5
m3.txt${tab}Y-COPY${tab}${tab}${tab}${tab}各表与另一份（m2.txt）相同"

{ printf 'org\tyear\tparent\tdue\n'
  printf '云岭县\t2023\n'
  printf '云岭县东桥镇\t2023\t云岭县\t20240131\n'
  printf '云岭县西桥镇\t2023\t云岭县\n'
  printf '云岭县南桥镇\t2023\t云岭县\n'; } >"$tmp/roster"
{ doc r1.txt 云岭县 2023 2021; row requests.new 4 1 0 0 0 0 5
  doc r2.txt 云岭县东桥镇 2023 2021; row requests.new 3 0 0 0 0 0 3
  f structure.published date 20240202 number structure ''
  doc r3.txt 云岭县西桥镇 2023 2021; row requests.new 4 0 0 0 0 0 4
  doc r4.txt 云岭县西桥镇 2022 2021; row requests.new 4 0 0 0 0 0 4
  doc r5.txt 云岭县北桥镇 2023 2021; row requests.new 4 0 0 0 0 0 4
  doc r6.txt 云岭县 2023 2021; row requests.new 4 1 0 0 0 0 5
} >"$tmp/f"
"$bin/check" --roster "$tmp/roster" "$tmp/f" | grep "${tab}R-" |
    cut -f1,3,5,8-10 >"$tmp/got"
printf '%s\t%s\t%s\t%s\t%s\t%s\n' \
    r2.txt 云岭县东桥镇 R-LATE '' 20240202 20240131 \
    r4.txt 云岭县西桥镇 R-YEAR '' '' '' \
    r5.txt 云岭县北桥镇 R-UNKNOWN '' '' '' \
    r6.txt 云岭县 R-DUPLICATE '' '' '' \
    '' 云岭县 R-TREE requests.new@natural 4 7 \
    '' 云岭县 R-TREE requests.new@total 5 7 \
    '' 云岭县 R-CHILDREN '' 1 3 \
    '' 云岭县南桥镇 R-MISSING '' '' '' >"$tmp/want"
# offices are told of in the order of their names
sort "$tmp/got" >"$tmp/got.sorted"
sort "$tmp/want" >"$tmp/want.sorted"
same 'a roster: late, wrong year, unknown, twice, missing, less than below' \
    "$tmp/got.sorted" "$tmp/want.sorted"
sed 1d "$tmp/roster" | cat "$tmp/roster" - >"$tmp/twice"
same 'one whose lines are all there twice' "$tmp/got" - <<END
$("$bin/check" --roster "$tmp/twice" "$tmp/f" | grep "${tab}R-" |
    cut -f1,3,5,8-10)
END
printf '云岭县东桥镇\t2023\t云岭县\t20240131\n云岭县东桥镇\t2023\t云岭县\t20240201\n' \
    >>"$tmp/roster"
status 'one that contradicts itself' 2 "$bin/check" --roster "$tmp/roster" \
    /dev/null
is '... is refused at its line' "$(cat "$tmp/err")" \
    "check: $tmp/roster:7: 同一单位、同一年度，前面一行的上级或期限与此不同"

doc w.txt 云岭县东桥镇 2023 2021 >/dev/null
row requests.new 4 1 0 0 0 0 6 >"$tmp/f"
printf 'rule\torg\tyear\twhere\tleft\tright\nQ-ROW\t云岭县东桥镇\t2023\trequests.new\t5\t6\n' \
    >"$tmp/waivers"
status 'a waived error is none' 0 "$bin/check" --waivers "$tmp/waivers" \
    "$tmp/f"
is 'and not told' "$(cat "$tmp/out")" ''
printf 'Q-ROW\t云岭县东桥镇\t2023\trequests.new\t5\t6\n' >>"$tmp/waivers"
status 'one that is there twice' 0 "$bin/check" --waivers "$tmp/waivers" "$tmp/f"
row requests.new 4 1 0 0 0 0 7 >"$tmp/f"
is 'a waiver lapses when a figure changes' \
    "$(found --waivers "$tmp/waivers" <"$tmp/f" | cut -f1,4,5)" \
"Q-ROW${tab}5${tab}7
W-LAPSED${tab}5${tab}6"
row requests.new 4 1 0 0 0 0 5 >"$tmp/f"
is 'once, if it is there twice, and when there is nothing left to waive' \
    "$(found --waivers "$tmp/waivers" <"$tmp/f" | cut -f1,4,5)" \
    "W-LAPSED${tab}5${tab}6"

### A user's own rules
head='id	forms	level	range	condition	chinese	english	source'
row requests.new 4 1 0 0 0 0 6 >"$tmp/f"
printf '%s\nQ-ROW\tany\toff\n' "$head" >"$tmp/rules"
is 'a rule silenced' "$(found --rules "$tmp/rules" <"$tmp/f")" ''
printf '%s\nQ-ROW\tany\tnote\treport\trequests.new@total <= 5\t%s\ten\tme\n' \
    "$head" '{requests.new@total}是{left}' >"$tmp/rules"
is 'a rule replaced' \
    "$("$bin/check" --rules "$tmp/rules" "$tmp/f" | cut -f5,6,13)" \
    "Q-ROW${tab}note${tab}一、本年新收政府信息公开申请数量·总计是6"
printf '%s\nX\tany\terror\treport\trequests.new@total = = 5\tz\te\ts\n' \
    "$head" >"$tmp/rules"
status 'a rule that is none' 2 "$bin/check" --rules "$tmp/rules" "$tmp/f"
is 'is told with its place' \
    "$(sed 's|.*/||' "$tmp/err")" \
    'rules:2: 第 41 个字符：这里应为格子、数或函数'
printf '%s\nX\tany\tbad\n' "$head" >"$tmp/rules"
status 'a level that is none' 2 "$bin/check" --rules "$tmp/rules" "$tmp/f"
status 'rules that are not there' 2 "$bin/check" --rules "$tmp/no" "$tmp/f"
is 'every built-in rule has both messages and a source' \
    "$(awk -F'\t' 'NR > 1 && !/^#/ && (NF != 8 || $6 == "" || $7 == "" ||
	$8 == "")' lib/data/rules.tsv)" ''

### Input
status 'empty input' 0 "$bin/check" /dev/null
status 'a missing file' 2 "$bin/check" "$tmp/no"
{ row requests.new 1 0 0 0 0 0 1; echo 'three	fields	only'
  f requests.new total odd; f requests.new other 1 strange; } >"$tmp/f"
status 'malformed records and figures' 2 "$bin/check" "$tmp/f"
is 'are told, one line each' "$(wc -l <"$tmp/err")" 3
row requests.new 4 1 0 0 0 0 6 >"$tmp/f"
if [ -w /dev/full ]; then
	"$bin/check" "$tmp/f" >/dev/full 2>"$tmp/err"
	is 'a full disk is not silent' $? 2
else
	skip 'a full disk is not silent' 'no /dev/full'
fi
"$bin/check" "$tmp/f" 2>"$tmp/err" | :
is 'a closed pipe is quiet' "$(cat "$tmp/err")" ''

# Found by the fuzzers: the third copy of a report met a cell that only the second
# one has, where a report before them had it too.
awk -f tests/lib/unfold_facts.awk >"$tmp/f" <<'EOF'
== a: 青石市|青石市教育局|2021|2021
table requests.new (件) L5: natural=5 business=3
== b: 青石市|青石市民政局|2021|2021
table requests.new (件) L5: natural=5
== c: 青石市|青石市财政局|2021|2021
table requests.new (件) L5: natural=5
== d: 青石市|青石市财政局|2021|2021
table requests.new (件) L5: natural=5 business=3
== e: 青石市|青石市财政局|2021|2021
table requests.new (件) L5: natural=5 business=4
EOF
is 'copies that know different cells are compared' \
    "$(timeout 20 "$bin/check" "$tmp/f" 2>&1 | cut -f1,5 | tr '\t\n' '  ')" \
    'd Y-COPY e Y-COPY '

# A percentage that is worked out, as a report would write it; the field has all of it.
cat >"$tmp/shares.txt" <<'EOF'
青石县财政局2022年政府信息公开工作年度报告
一、总体情况
全年主动公开政府信息181条，其中规划计划类15条，占9.1%；财政信息类30条，占16.56%；机构职能类16条，占8.8%；其他120条，占66.3%。
EOF
"$bin/extract" -q "$tmp/shares.txt" | "$bin/sectionize" | "$bin/tabulate" -q >"$tmp/f"
for lang in zh en; do
	"$bin/check" --lang $lang "$tmp/f" | grep T-PCT | cut -f9,10,13
done >"$tmp/out"
cat >"$tmp/want" <<'EOF'
9.1	8.287292	规划计划类：文中占 9.1%，按总数应为 8.29%
16.56	16.574585	财政信息类：文中占 16.56%，按总数应为 16.57%
9.1	8.287292	规划计划类: said to be 9.1%, of the total it is 8.29%
16.56	16.574585	财政信息类: said to be 16.56%, of the total it is 16.57%
EOF
same 'a percentage has two decimals' "$tmp/out" "$tmp/want"

"$bin/check" --lang en tests/facts/unknown-state.tsv >"$tmp/out" 2>"$tmp/err"
cat >"$tmp/want" <<'EOF'
a	青石县	青石县甲局	2023	T-TABLE	suspect	fail	prose.requests.received	4	5	prose.requests.received@count,requests.new@total,requests.carried@total	L3	The text says 4 requests were received, the table 5 new and unreadable carried
a	青石县	青石县甲局	2023	D-UNREAD	note	fail		1	0	requests.carried@total	L6	1 cells of the table of requests could not be read: they were not checked
EOF
same 'a state that is none is unreadable' "$tmp/out" "$tmp/want"

# Before November 2026 the fingerprint of a text was the value of its fact.
printf 'a.txt\t青石县\t青石县教育局\t2023\t\t%s\t%s\t%s\t%s\tnumber\t%s\t%s\t%s\n' \
    structure.text.overview hash 1505555883638237 '' structure L5 '' \
    prose.requests.received count 12 件 prose L7 收到申请12件 >"$tmp/older"
status 'facts of an older version are read' 0 "$bin/check" "$tmp/older"
is 'and nothing is said of them' "$(cat "$tmp/err")" ''

echo "1..$tap_n"

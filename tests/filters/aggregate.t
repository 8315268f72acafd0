#!/bin/sh
# aggregate: sums by groups
. tests/lib/tap.sh
plan 23

# fact ITEM COL VALUE STATE [YEAR [SOURCE]]
fact() {
	printf 'a.txt\t云岭县\t云岭县东桥镇\t%s\t2021\t%s\t%s\t%s\t件\t%s\t%s\tL1\t%s\n' \
	    "${5:-2023}" "$1" "$2" "$3" "$4" "${6:-table}" "$3"
}

{
	fact requests.new natural 3 number
	fact requests.new natural 0.1 number
	fact requests.new natural 0.2 number
	fact requests.new natural '' blank
	fact requests.new natural '' na
	fact requests.new natural '' absent
	fact requests.new natural '' unreadable
	fact requests.new natural 20 approx
	fact requests.new business 7 number 2022
	fact requests.new natural 100 number 2023 prose
	fact review.reconsideration.total count '' blank 2022
} >"$tmp/facts"

"$bin/aggregate" -g year,item "$tmp/facts" >"$tmp/got"
printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' \
    2022 requests.new 1 7 0 0 0 0 0 \
    2022 review.reconsideration.total 0 '' 0 1 0 0 0 \
    2023 requests.new 4 23.3 1 1 1 1 1 >"$tmp/want"
same 'blank, na, absent and unreadable are counted apart, never as 0' \
    "$tmp/got" "$tmp/want"

is 'statistics by name' "$("$bin/aggregate" -g year -c natural \
    -s records,count,sum,mean,min,max,median "$tmp/facts")" \
    "$(printf '2023\t8\t4\t23.3\t5.825\t0.1\t20\t1.6')"
is 'header names what was asked for' \
    "$("$bin/aggregate" -H -g item,col -s median "$tmp/facts" | head -1)" \
    "$(printf 'item\tcol\tmedian')"
is 'no group: one line of all' "$("$bin/aggregate" -s count "$tmp/facts")" 5
is 'item globs' "$("$bin/aggregate" -i 'review.*,other' -s records \
    "$tmp/facts")" 1
is 'another source' "$("$bin/aggregate" --source prose -s sum \
    "$tmp/facts")" 100
is 'every source' "$("$bin/aggregate" --source '*' -s sum "$tmp/facts")" 130.3

{ fact x.a c 900000000000 number; fact x.a c 900000000000 number
  fact x.a c 900000000000.000001 number; fact x.a c -0.5 number; } >"$tmp/big"
is 'sums are exact' "$("$bin/aggregate" -s sum,mean "$tmp/big")" \
    "$(printf '2699999999999.500001\t674999999999.875')"
{ fact x.a c -1 number; fact x.a c -2 number; fact x.a c 1 number; } >"$tmp/neg"
is 'negative figures' "$("$bin/aggregate" -s sum,mean,min,max,median \
    "$tmp/neg")" "$(printf -- '-2\t-0.666667\t-2\t1\t-1')"

{ fact x.a c 1,000 number; fact x.a c 1 odd; fact x.a c 1 number
  fact x.a c 0.0000001 number; fact x.a c 1e3 number; } >"$tmp/bad"
status 'what is no figure is reported' 2 "$bin/aggregate" -s sum "$tmp/bad"
is 'and the rest is summed up' "$(cat "$tmp/out")" 1
is 'one line each' "$(wc -l <"$tmp/err")" 4

# A report that is there twice counts once; one without figures is none.
line() { printf '%s\t%s\t%s\t2023\t2021\trequests.new\ttotal\t%s\t件\t%s\ttable\t\t\n' "$@"; }
{ line z '' 水务局 '' unreadable; line a '' 水务局 46 number
  line b 云岭市 水务局 46 number; line c 甲县 城关镇 1 number
  line d 乙县 城关镇 2 number; line e '' '' 4 number; line f '' '' 8 number; } \
    >"$tmp/copies"
is 'copies count once' "$("$bin/aggregate" -s records,sum "$tmp/copies" 2>&1)" \
    '6	61
aggregate: 1 copies counted as one with their reports, 0 figures differ; --copies counts each'
is 'or as often as they are there' \
    "$("$bin/aggregate" --copies -s sum "$tmp/copies" 2>&1)" 107
is 'documents are all there' "$("$bin/aggregate" -g doc -s sum "$tmp/copies" 2>&1 |
    tr '\n\t' ' =')" 'a=46 b=46 c=1 d=2 e=4 f=8 z= '
is 'two offices of one name are two' \
    "$("$bin/aggregate" -H -g org -s sum "$tmp/copies" 2>/dev/null)" \
    'org	sum
	12
城关镇	2
城关镇	1
水务局	46'

# An office under two names is one.
printf '%s\t\t%s\t%s\t2021\t%s\tcount\t%s\t\tnumber\t%s\t\t%s\n' \
    a 青石县卫计局 2018 structure.office 1 structure 青石县卫生健康局 \
    a 青石县卫计局 2018 requests.new 5 table 5 \
    b 青石县卫健局 2019 structure.office 1 structure 青石县卫生健康局 \
    b 青石县卫健局 2019 requests.new 7 table 7 \
    c 青石县审计局 2019 requests.new 9 table 9 >"$tmp/offices"
is 'by the key of the office' "$("$bin/aggregate" -H -g office -s sum "$tmp/offices" |
    tr '\t\n' '  ')" 'office sum 青石县卫生健康局 12 青石县审计局 9 '
status 'no such field' 2 "$bin/aggregate" -g years "$tmp/facts"
status 'no such statistic' 2 "$bin/aggregate" -s average "$tmp/facts"
status 'empty input' 0 "$bin/aggregate" -g year /dev/null
is 'has no groups' "$(cat "$tmp/out")" ''
if [ -w /dev/full ]; then
	"$bin/aggregate" -g year "$tmp/facts" >/dev/full 2>"$tmp/err"
	is 'a full disk is not silent' $? 2
else
	skip 'a full disk is not silent' 'no /dev/full'
fi
"$bin/aggregate" -g year "$tmp/facts" 2>"$tmp/err" | :
is 'a closed pipe is quiet' "$(cat "$tmp/err")" ''

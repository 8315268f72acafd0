#!/bin/sh
# Findings that are let be: what check makes of them.
. tests/lib/tap.sh

tab=$(printf '\t')

# facts DOC ORG YEAR TOTAL: a report whose applicants add up to 5.
facts() {
	for cell in natural=4 business=1 research=0 public-interest=0 \
	    legal-service=0 other=0 "total=$4"; do
		printf '%s\t云岭县\t%s\t%s\t2021\trequests.new\t%s\t%s\t件\tnumber\ttable\tL3\t%s\n' \
		    "$1" "$2" "$3" "${cell%=*}" "${cell#*=}" "${cell#*=}"
	done
}

# Of what a report lacks nothing is to be told here.
{ head -1 lib/data/rules.tsv
  awk -F '\t' '$1 ~ /^D-/ && !seen[$1]++ { print $1 "\tany\toff" }' lib/data/rules.tsv
} >"$tmp/rules"

# found OPTION...: what check writes of $tmp/facts, its status in front.
found() {
	"$bin/check" --lang en --rules "$tmp/rules" "$@" "$tmp/facts" >"$tmp/all" 2>&1
	printf 'status %s\n' $?
	cat "$tmp/all"
}

### check
{ facts a 云岭县财政局 2024 6; facts b 云岭县卫计委 2024 7; } >"$tmp/facts"
{ printf 'rule\torg\tyear\twhere\tleft\tright\tregion\tby\treason\n'
  printf 'Q-ROW\t财政局\t2024\trequests.new\t5\t6\t云岭县\t李\t一人两次申请，已核\n'
  printf 'Q-ROW\t云岭县卫生健康局\t2024\trequests.new\t5\t7\n'; } >"$tmp/waivers"
found --waivers "$tmp/waivers" >"$tmp/got"
echo 'status 0' >"$tmp/want"
same 'what is waived is not told' "$tmp/got" "$tmp/want"
found --waivers "$tmp/waivers" --waived >"$tmp/got"
cells=requests.new@natural,requests.new@business,requests.new@research,requests.new@public-interest,requests.new@legal-service,requests.new@other,requests.new@total
told='Q-ROW	waived	fail	requests.new	5'
said='一、本年新收政府信息公开申请数量: the applicants add up to 5, the total says'
cat >"$tmp/want" <<END
status 0
a	云岭县	云岭县财政局	2024	$told	6	$cells	L3	$said 6 (waived: 一人两次申请，已核)
b	云岭县	云岭县卫计委	2024	$told	7	$cells	L3	$said 7 (waived)
END
same 'or is told as waived, with the reason, of an office by any of its names' \
    "$tmp/got" "$tmp/want"
is 'and in Chinese' "$("$bin/check" --lang zh --rules "$tmp/rules" --waivers "$tmp/waivers" \
    --waived "$tmp/facts" | cut -f13)" \
'一、本年新收政府信息公开申请数量：各类申请人之和为5，总计为6（已豁免：一人两次申请，已核）
一、本年新收政府信息公开申请数量：各类申请人之和为5，总计为7（已豁免）'

# Two copies with other figures each, and a waiver of what was said before.
{ facts a 云岭县财政局 2024 7; facts b 云岭县财政局 2024 8; } >"$tmp/facts"
found --waivers "$tmp/waivers" --waived | grep -v Y-CHANGED | cut -f1,3-10,13 >"$tmp/got"
cat >"$tmp/want" <<END
status 1
a	云岭县财政局	2024	Q-ROW	error	fail	requests.new	5	7	$said 7
b	云岭县财政局	2024	Q-ROW	error	fail	requests.new	5	8	$said 8
	财政局	2024	W-LAPSED	note	fail	requests.new	5	6	Waiver lapsed: Q-ROW requests.new 5 6
END
same 'one that has lapsed is told once' "$tmp/got" "$tmp/want"
printf 'Q-ROW\t财政局\t2024\trequests.new\t5\t7\t云岭县\t\t新的数\n' >>"$tmp/waivers"
found --waivers "$tmp/waivers" --waived | grep -v Y-CHANGED | cut -f1,3-10 >"$tmp/got"
cat >"$tmp/want" <<END
status 1
a	云岭县财政局	2024	Q-ROW	waived	fail	requests.new	5	7
b	云岭县财政局	2024	Q-ROW	error	fail	requests.new	5	8
END
same 'not where another holds for the same thing' "$tmp/got" "$tmp/want"

# What check finds out by itself can be waived as well.
printf 'rule\torg\tyear\twhere\tleft\tright\treason\nY-CHANGED\t云岭县财政局\t2024\trequests.new@total\t8\t7\t后一份为准\n' \
    >"$tmp/waivers"
found --waivers "$tmp/waivers" --waived | cut -f1,5,6,13 >"$tmp/got"
cat >"$tmp/want" <<END
status 1
a	Q-ROW	error	$said 7
b	Y-CHANGED	waived	一、本年新收政府信息公开申请数量·总计: 8; in another copy, a, it is 7 (waived: 后一份为准)
b	Q-ROW	error	$said 8
END
same 'a copy that differs' "$tmp/got" "$tmp/want"

plan "$tap_n"

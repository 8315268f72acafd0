#!/bin/sh
# Findings that are let be: what check makes of them, what waive writes.
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
{ printf 'rule\torg\tyear\twhere\tleft\tright\tregion\tby\treason\twho\tday\n'
  printf 'Q-ROW\t财政局\t2024\trequests.new\t5\t6\t云岭县\t李\t一人两次申请，已核\t王\t2025-02-03\n'
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
a	云岭县	云岭县财政局	2024	$told	6	$cells	L3	$said 6 (waived by 王 on 2025-02-03: 一人两次申请，已核)
b	云岭县	云岭县卫计委	2024	$told	7	$cells	L3	$said 7 (waived)
END
same 'or is told as waived, with the reason, of an office by any of its names' \
    "$tmp/got" "$tmp/want"
is 'and in Chinese' "$("$bin/check" --lang zh --rules "$tmp/rules" --waivers "$tmp/waivers" \
    --waived "$tmp/facts" | cut -f13)" \
'一、本年新收政府信息公开申请数量：各类申请人之和为5，总计为6（已于2025-02-03由王豁免：一人两次申请，已核）
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

### waive
LC_ALL=C
waive=$bin/waive
w=$tmp/books/waivers.tsv
mkdir "$tmp/books"
{ facts a 云岭县财政局 2024 6; facts b 云岭县财政局 2024 7; facts c 云岭县教育局 2024 8
  printf 'c\t云岭县\t云岭县教育局\t2024\t2021\trequests.carried\t%s\t9\t件\tnumber\ttable\tL4\t9\n' natural
  for cell in business research public-interest legal-service other total; do
	printf 'c\t云岭县\t云岭县教育局\t2024\t2021\trequests.carried\t%s\t0\t件\tnumber\ttable\tL4\t0\n' $cell
  done; } >"$tmp/facts"
"$bin/check" --lang en --rules "$tmp/rules" "$tmp/facts" >"$tmp/books/findings.tsv"
of() { sed -n "$1p" "$tmp/books/findings.tsv"; }
printf 'number\tweight\tlevel\torg\tyear\tmessage\trules\tfindings\tmend\tloc\tdoc\n' \
    >"$tmp/books/faults.tsv"
printf '1\t9\terror\t云岭县教育局\t2024\tno sum\tQ-ROW\t%s\tmend\t%s\tc\n' 2 L3 1 L9 \
    >>"$tmp/books/faults.tsv"
undated() { sed 's/[0-9]*-[0-9]*-[0-9]*$/DAY/' "$w"; }
head='rule	org	year	where	left	right	region	reason	who	day'
status 'a finding as it stands' 0 "$waive" -o "$tmp/books" -r '一人两次	申请\n' -b 李 "$(of 1)"
undated >"$tmp/got"
cat >"$tmp/want" <<END
$head
Q-ROW	云岭县财政局	2024	requests.new	5	6	云岭县	一人两次 申请\\\\n	李	DAY
END
same 'is written' "$tmp/got" "$tmp/want"
status 'once more' 0 "$waive" -o "$tmp/books" -r again "$(of 1)"
undated >"$tmp/got"
same 'changes nothing' "$tmp/got" "$tmp/want"
{ of 2 | tr '\t' ' '; printf '\n'; printf '1\t9\terror\t云岭县教育局\t2024\tno sum\tQ-ROW\t2\tmend\tL3\tc\n'
} >"$tmp/pasted"
status 'several, from standard input, one pasted, one a fault' 0 \
    "$waive" --output "$tmp/books" --reason ok --by 王 <"$tmp/pasted"
undated >"$tmp/got"
cat >>"$tmp/want" <<END
Y-CHANGED	云岭县财政局	2024	requests.new@total	7	6	云岭县	ok	王	DAY
Q-ROW	云岭县教育局	2024	requests.new	5	8	云岭县	ok	王	DAY
Q-ROW	云岭县教育局	2024	requests.carried	9	0	云岭县	ok	王	DAY
END
same 'are written each' "$tmp/got" "$tmp/want"
"$waive" -l en -o "$tmp/books" -r ok nonsense "$(of 3)" "$(sed -n 3p "$tmp/books/faults.tsv")" \
    2>"$tmp/err"
is 'what is none is told' "$?: $(cat "$tmp/err")" \
"2: waive: no line of findings.tsv or faults.tsv: nonsense
waive: its rules found more in this report; take lines of findings.tsv: 1	9	error	云岭县教育局	2024	no sum	Q-ROW	1	mend	L9	c"
printf 'Q-ROW\t云岭县财政局\t2024\trequests.new\t5\t7\t云岭县\tok\tUSER\tDAY\n' >>"$tmp/want"
undated | sed "s/	$(id -un)	DAY/	USER	DAY/" >"$tmp/got"
same 'the rest is done' "$tmp/got" "$tmp/want"
"$bin/check" --lang en --rules "$tmp/rules" --waivers "$w" --waived "$tmp/facts" |
    cut -f5,6 | sort | uniq -c | sed 's/^ *//' >"$tmp/got"
cat >"$tmp/want" <<END
4 Q-ROW	waived
1 Y-CHANGED	waived
END
same 'check lets all of them be' "$tmp/got" "$tmp/want"
"$waive" -o "$tmp/books" --list | sed 's/[0-9]*-[0-9]*-[0-9]*$/DAY/' >"$tmp/got"
undated >"$tmp/want"
same 'the list of them' "$tmp/got" "$tmp/want"
status 'withdrawn, by a line of the list and by a finding' 0 "$waive" -o "$tmp/books" --withdraw \
    "$("$waive" -o "$tmp/books" --list | sed -n 2p)" "$(of 2)"
is 'are gone' "$(cut -f1,2,6 "$w" | tr '\t\n' ' ,')" \
    'rule org right,Q-ROW 云岭县教育局 8,Q-ROW 云岭县教育局 0,Q-ROW 云岭县财政局 7,'
status 'what is not waived' 2 "$waive" -l en -o "$tmp/books" --withdraw "$(of 1)"
is 'is told' "$(cut -f1 "$tmp/err")" 'waive: is not waived: a'
facts c 云岭县教育局 2024 9 >"$tmp/facts"
"$bin/check" --lang zh --rules "$tmp/rules" --waivers "$w" "$tmp/facts" |
    grep -m 1 W-LAPSED >"$tmp/lapsed"
"$waive" -w "$w" --withdraw <"$tmp/lapsed"
is 'one that lapsed is withdrawn by what says so' "$(wc -l <"$w")" 3

printf '# ours\nrule\torg\tyear\twhere\tleft\tright\tnote\n' >"$tmp/own"
sed -i 1d "$tmp/own"
printf '# kept\nQ-ROW\to\t2023\tw\t1\t2\tmine\n' >>"$tmp/own"
of 1 | "$waive" -w "$tmp/own" -r ok -b me
sed 's/[0-9]*-[0-9]*-[0-9]*$/DAY/' "$tmp/own" >"$tmp/got"
cat >"$tmp/want" <<END
rule	org	year	where	left	right	note	region	reason	who	day
# kept
Q-ROW	o	2023	w	1	2	mine
Q-ROW	云岭县财政局	2024	requests.new	5	6		云岭县	ok	me	DAY
END
same 'a file of waivers of the user keeps its columns' "$tmp/got" "$tmp/want"
for i in 1 2 3 4 5 6 7 8; do
	of 1 | sed "s/\trequests.new\t/\tw$i\t/" | "$waive" -w "$tmp/many" -r ok &
done
wait
is 'several at once: none is lost' "$(cut -f4 "$tmp/many" | sort | tr '\n' ' ')" \
    'w1 w2 w3 w4 w5 w6 w7 w8 where '
is 'nothing is left beside it' "$(ls -A "$tmp" | grep '^[.]waivers')" ''
yes '# a remark' | head -n 500 >>"$tmp/own"
cp "$tmp/own" "$tmp/want"
status 'no room for the file' 2 sh -c 'trap "" XFSZ; ulimit -f 2; exec "$@"' sh \
    "$waive" -w "$tmp/own" -r ok "$(of 3)"
same 'leaves it as it was' "$tmp/own" "$tmp/want"
for part in new lines; do
	printf 'left by a run that was killed\n' >"$tmp/.waivers.$part"
done
status 'a run after one that was killed' 0 "$waive" -w "$tmp/own" -r ok "$(of 3)"
is 'clears up after it' "$(ls -A "$tmp" | grep '^[.]waivers')" ''
status 'no reason' 2 "$waive" -w "$tmp/own" "$(of 1)"
status 'nor waivers' 2 "$waive" -r ok "$(of 1)"
status 'nothing to withdraw from' 2 "$waive" -w "$tmp/none" --withdraw "$(of 1)"
ok 'leaves nothing' test ! -e "$tmp/none"

plan "$tap_n"

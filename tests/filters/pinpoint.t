#!/bin/sh
# pinpoint: which cells are wrong
. tests/lib/tap.sh

tab=$(printf '\t')
doc() { doc_head="$1${tab}云岭县${tab}$2${tab}$3${tab}$4"; doc_line=0; }
f() {
	doc_line=$((doc_line + 1))
	printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\tL%s\t%s\n' "$doc_head" "$1" "$2" \
	    "$3" 件 "${4:-number}" "${5:-table}" "$doc_line" "$3"
}
local_table() {	# RECEIVED IN-PERSON ONLINE POST, both columns alike
	for c in year cumulative; do
		f requests.received $c "$1"
		f requests.received.in-person $c "$2"
		f requests.received.online $c "$3"
		f requests.received.post-fax $c "$4"
	done
}
point() { "$bin/pinpoint" "$@" - | cut -f6-13; }

doc a.txt 云岭县东桥镇 2017 2008 >/dev/null
local_table 21 5 7 9 >"$tmp/f"
is 'nothing wrong, nothing told' "$(point <"$tmp/f")" ''

doc a.txt 云岭县东桥镇 2017 2008 >/dev/null
{ f proactive.documents year 31; f proactive.documents cumulative 310
  f requests.received year 12; f requests.received.in-person year 5
  f requests.received.online year 7; f requests.received.post-fax year 9
  f prose.requests.received count 21 number prose; } >"$tmp/f"
is 'a sentence tells two digits changed places' "$(point <"$tmp/f")" \
    "1${tab}1${tab}likely${tab}requests.received${tab}year${tab}12${tab}21${tab}transposed"
is 'and is named as the reason' \
    "$("$bin/pinpoint" "$tmp/f" | cut -f14,15)" \
    "L3${tab}prose.requests.received@count=21"
grep -v prose "$tmp/f" >"$tmp/g"
is 'without it the look of the slip decides which is first, no more' \
    "$(point -n 1 <"$tmp/g" | cut -f3-8)" \
    "ambiguous${tab}requests.received${tab}year${tab}12${tab}21${tab}transposed"
{ f requests.received year 30; f requests.received.in-person year 11
  f requests.received.online year 4; f requests.received.post-fax year 12
} >"$tmp/f"
is 'what ties is ambiguous' "$(point <"$tmp/f" | cut -f2-5,7 | head -2)" \
"1${tab}ambiguous${tab}requests.received.in-person${tab}year${tab}14
1${tab}ambiguous${tab}requests.received.online${tab}year${tab}7"

{ doc b1.txt 云岭县东桥镇 2016 2008
  f review.complaints year 4; f review.complaints cumulative 40
  doc b2.txt 云岭县东桥镇 2017 2008
  f review.complaints year 5; f review.complaints cumulative 54; } >"$tmp/f"
is 'last year is evidence' "$(point -n 1 <"$tmp/f" | cut -f3-8)" \
    "ambiguous${tab}review.complaints${tab}cumulative${tab}54${tab}45${tab}transposed"

doc c.txt 云岭县东桥镇 2023 2021 >/dev/null
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
{ row requests.new 4 0 0 0 0 0 5; row requests.carried 1 - 0 0 0 0 1; } \
    >"$tmp/f"
is 'blanks that may be anything are not repaired' \
    "$(point <"$tmp/f" | cut -f4 | sort -u)" requests.new
row requests.new 4 - 0 0 0 0 5 >"$tmp/f"
is 'nor is a report that a figure for a blank would mend' "$(point <"$tmp/f")" ''
{ row requests.new 0 4 1 0 0 0 0; row requests.carried 0 0 0 0 0 0 0
  row requests.results.total 4 1 0 0 0 0 5; row requests.forward 0 0 0 0 0 0 0
} >"$tmp/f"
is 'a row one column off' "$(point <"$tmp/f" | cut -f3-8)" \
"$(for cell in natural:0:4 business:4:1 research:1:0 total:0:5; do
	echo "likely:requests.new:$cell:shifted-row"
done | tr : '\t')"

doc d.txt 云岭县东桥镇 2016 2008 >/dev/null
{ f requests.received year 21; f requests.received.in-person year 5
  f requests.received.online year 7; f requests.received.post-fax year 9
  f review.complaints year 13; f review.complaints cumulative 12
  f requests.answered year 19; f requests.answered.open year 9
  f requests.answered.partial year 0; f requests.answered.refused year 0
  f requests.answered.other year 1; } >"$tmp/g"
is 'faults that have nothing to do with each other are told apart' \
    "$("$bin/pinpoint" "$tmp/g" | cut -f5,9 | sed 's/[.][^.]*$//' | sort -u)" \
"1${tab}requests
1${tab}requests.answered
2${tab}review"

# A search gives up after so many steps, whatever the machine does.
doc d.txt 云岭县东桥镇 2017 2008 >/dev/null
{ f requests.received year 30; f requests.received.in-person year 1
  f requests.received.online year 2; f requests.received.post-fax year 3
  f requests.received cumulative 30; f requests.received.in-person cumulative 1
  f requests.received.online cumulative 2
  f requests.received.post-fax cumulative 3; } >"$tmp/g"
enough=1
while "$bin/pinpoint" --steps "$enough" "$tmp/g" 2>&1 >"$tmp/found" |
    grep -q . && [ "$enough" -lt 1000 ]; do
	enough=$((enough + 1))
done
is 'enough steps' "$enough $("$bin/pinpoint" --steps "$enough" "$tmp/g" 2>&1 |
    cmp - "$tmp/found" && "$bin/pinpoint" "$tmp/g" 2>&1 | cmp - "$tmp/found")" \
    "$enough "
is 'one step too few is said' \
    "$("$bin/pinpoint" --steps $((enough - 1)) "$tmp/g" 2>&1 >"$tmp/found") $((enough > 5))" \
    'pinpoint: d.txt: too much is wrong: not all sets of cells were looked at 1'
# More cells are wrong than a set may have: said, too.
doc e.txt 云岭县东桥镇 2023 2021 >/dev/null
{ doc e.txt 云岭县东桥镇 2023 2021
  n=10
  for i in open partial denied.state-secret denied.law-forbidden \
      denied.safety-stability denied.third-party denied.internal \
      denied.process denied.enforcement-file denied.administrative-query \
      unable.not-held unable.needs-creation unable.unclear \
      unprocessed.petition unprocessed.repeat unprocessed.publication \
      unprocessed.excessive unprocessed.confirm other.not-corrected \
      other.fee-unpaid other.misc; do
	row requests.results.$i 3 1 4 1 5 9 $n
	n=$((n + 31))
  done
  row requests.results.total 1 1 1 1 1 1 1; } >"$tmp/h"
is 'nothing is found in silence' "$("$bin/pinpoint" "$tmp/h" 2>&1)" \
    'pinpoint: e.txt: too much is wrong: not all sets of cells were looked at'
status 'no steps' 2 "$bin/pinpoint" --steps 0 "$tmp/f"
status 'a time that is none' 2 "$bin/pinpoint" -t 0 "$tmp/f"
status 'empty input' 0 "$bin/pinpoint" /dev/null
is 'a header' "$("$bin/pinpoint" -H /dev/null | cut -f5-10)" \
    "fault${tab}set${tab}rank${tab}verdict${tab}item${tab}col"
if [ -w /dev/full ]; then
	"$bin/pinpoint" "$tmp/f" >/dev/full 2>"$tmp/err"
	is 'a full disk is not silent' $? 2
else
	skip 'a full disk is not silent' 'no /dev/full'
fi
"$bin/pinpoint" "$tmp/f" 2>"$tmp/err" | :
is 'a closed pipe is quiet' "$(cat "$tmp/err")" ''

echo "1..$tap_n"

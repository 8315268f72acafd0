#!/bin/sh
# check of the rules themselves: what they say, what becomes of them, what is
# wrong with them.
. tests/lib/tap.sh
of_any_system 'the rules'

tab=$(printf '\t')
head='id	forms	level	range	condition	chinese	english	source'

### --lint
status 'the rules built in: see CONTRIBUTING on examples and notes' 0 "$bin/check" --lint
is 'have no fault' "$(cat "$tmp/out" "$tmp/err")" ''
# lint LINE...: the faults of rules, tabs written as |, but for the examples and
# notes that they do not have.  All rules are looked at each time: several at once.
lint() {
	{ echo "$head"; printf '%s|z|e|s\n' "$@" | tr '|' '\t'; } >"$tmp/own"
	status 'faults end with 1' 1 "$bin/check" --lint --rules "$tmp/own"
	grep -v "${tab}no-" "$tmp/out" | sort >"$tmp/got"
}
people='$@natural + $@business + $@research + $@public-interest + $@legal-service + $@other'
results=$(echo "$people" | sed 's/\$/requests.results.total/g')
lint 'TURNED|2021|error|column total|requests.new = requests.results.total + requests.forward - requests.carried' \
    "SEVERAL|2021|error|report|requests.results.total@total = $results - 0" \
    'WIDER|2021|error|report|proactive.regulations@valid + proactive.regulations@repealed >= proactive.regulations@made - 3' \
    'NARROWER|2021|error|report|proactive.normative@valid + proactive.normative@repealed >= proactive.normative@made + 3' \
    'CERTAIN|2021|note|report|2 > 1' \
    'NEVER|2021|note|report|requests.new@total = requests.new@total + 1 and 1 = 2'
is 'what follows: a sum turned round, of several, a wider bound; what is without doubt' \
    "$(cat "$tmp/got")" "CERTAIN${tab}2021${tab}never-fails${tab}
NEVER${tab}2021${tab}contradicts${tab}
NEVER${tab}2021${tab}never-holds${tab}
SEVERAL${tab}2021${tab}follows${tab}Q-ROW
TURNED${tab}2021${tab}follows${tab}Q-FLOW
WIDER${tab}2021${tab}follows${tab}P21-BOUND"
is 'a rule without a note, or an example' "$(grep "^CERTAIN.*no-" "$tmp/out")" \
    "CERTAIN${tab}${tab}no-note${tab}
CERTAIN${tab}report${tab}no-example${tab}fail"
lint "SUM|2021|error|item requests.new|\$@total = $people + 1" \
    'BELOW|2021|error|report|proactive.regulations@valid + proactive.regulations@repealed <= proactive.regulations@made - 3'
is 'what contradicts one, also on the other side of a bound, told of both' \
    "$(cat "$tmp/got")" "BELOW${tab}2021${tab}contradicts${tab}P21-BOUND
P21-BOUND${tab}2021${tab}contradicts${tab}BELOW
Q-ROW${tab}2021${tab}contradicts${tab}SUM
SUM${tab}2021${tab}contradicts${tab}Q-ROW"

### --explain
{ echo "$head"
  printf 'X-1|2021|note|item requests.new|$@natural + 1 <= prev($@total) => requests.carried@total = sum(requests.results.denied.*@total)|z {left}|e|ours\n' |
	tr '|' '\t'; } >"$tmp/own"
mkdir "$tmp/data"
cp "$tmp/own" "$tmp/data/rules.tsv"
printf 'id\tchinese\tenglish\tmend\tmend-english\tlawful\tlawful-english\nX-1\t试\ttrial\t改\tmend it\t无\tnone\n' >"$tmp/data/rule-notes.tsv"
printf 'id\tverdict\texample\nX-1\tfail\t青石县水务局 2022/2021 requests.new total=5{5件} | 青石县水务局 2023/2021 requests.new natural=2 requests.carried total=1 requests.results.denied.internal total=3\n' >"$tmp/data/rule-examples.tsv"
"$bin/check" --lang zh --data "$tmp/data" --explain X-1 >"$tmp/out" 2>"$tmp/err"
cat >"$tmp/want" <<END
规则	X-1 试
级别	note
格式	2021
逐一	item requests.new
条件	\$@natural + 1 <= prev(\$@total) => requests.carried@total = sum(requests.results.denied.*@total)
即	一、本年新收政府信息公开申请数量·自然人 + 1 <= 上年(一、本年新收政府信息公开申请数量·总计) => 二、上年结转政府信息公开申请数量·总计 = 合计(（三）不予公开 各项)
所报	z {left}
依据	ours
改法	改
例外	无
不成立	青石县水务局 2022: 一、本年新收政府信息公开申请数量·总计 5 | 青石县水务局 2023: 一、本年新收政府信息公开申请数量·自然人 2, 二、上年结转政府信息公开申请数量·总计 1, （三）不予公开·5.属于三类内部事务信息·总计 3 => z 1
END
sed '$d' "$tmp/out" >"$tmp/got"
same 'a rule explained, in the words of the form' "$tmp/got" "$tmp/want"
matches 'with the version of the rules' "$tmp/out" '^规则集	[0-9a-f]{8} [(][0-9]+[)]$'
is 'each rule has a title, examples, and what to do' \
    "$("$bin/check" --lang zh --explain all | awk -F'\t' '
	$1 == "规则" { n = split($2, word, " "); if (n < 2) print $2 }
	$1 == "改法" && $2 == "" || $1 == "例外" && $2 == "" { print NR }')" ''
status 'of no rule' 2 "$bin/check" --explain Q-NONE
version() { "$bin/check" --explain Q-ROW "$@" | tail -1; }
ok 'another rule, another version' [ "$(version)" != "$(version --rules "$tmp/own")" ]
{ echo "$head"; printf 'Q-ROW\t2019\toff\n'; } >"$tmp/own"
ok 'one less too' [ "$(version)" != "$(version --rules "$tmp/own")" ]

### the manual page of all rules
page=$bin/man/man5/nianbao-rule-list.5
is 'every rule has its place in the manual' "$(sed -n 's/^[.]Ss //p' "$page")" \
    "$("$bin/check" --lang en --explain all | sed -n "s/^rule$tab\([^ ]*\).*/\1/p")"
is 'with all of its examples' "$(grep -c '^[.]It Sy' "$page")" \
    "$("$bin/check" --lang en --explain all | grep -c -e "^holds$tab" -e "^fails$tab")"
is 'which mandoc understands' "$(mandoc -Tlint -W warning "$page")" ''

### --coverage
awk -f tests/lib/unfold_facts.awk tests/facts/rules.txt >"$tmp/facts"
"$bin/check" --coverage "$tmp/facts" >"$tmp/out" 2>"$tmp/err"
documents=$(cut -f1 "$tmp/facts" | uniq | wc -l | tr -d ' ')
rules=$(grep -v -c -e '^#' -e '^id' lib/data/rules.tsv)
is 'the sum is rules x reports' "$(awk -F'\t' '
	NF == 9 { for (i = 5; i <= 9; i++) n += $i }
	END { print NR, n }' "$tmp/out")" "$rules $((rules * documents))"
matches 'of which set' "$tmp/err" 'rule set [0-9a-f]{8}'
"$bin/check" "$tmp/facts" 2>"$tmp/err" | cut -f1,5 | sort -u |
    grep -v "${tab}[RYW]-" | grep -v "D-NO-RULE" | wc -l | tr -d ' ' >"$tmp/found"
ok 'what fails is what is found' [ "$(awk -F'\t' '
	{ n += $5 } END { print n }' "$tmp/out")" -ge "$(cat "$tmp/found")" ]
printf 'a\t\t%s\t2023\t2021\trequests.new\ttotal\t5\t件\tnumber\ttable\tL1\t5\n' 青石县水务局 >"$tmp/facts"
"$bin/check" --coverage "$tmp/facts" 2>"$tmp/err" | grep -E '^(Q-ROW|Q-CARRY|D-TABLE|Q-NEG)' |
    cut -f1,2,4- >"$tmp/got"
cat >"$tmp/want" <<END
Q-ROW	2019,2021	error	0	0	0	0	1
Q-CARRY	2019,2021	error	0	0	0	0	1
Q-NEG	any	error	0	1	0	0	0
D-TABLE	any	error	0	0	0	0	1
D-TABLE	any	note	0	0	0	0	1
D-TABLE	2019,2021	error	0	0	0	0	1
D-TABLE	2019,2021	error	0	0	0	0	1
D-TABLE	2019,2021	error	0	0	0	1	0
D-TABLE	2019,2021	error	0	1	0	0	0
D-TABLE	2019,2021	error	0	0	0	0	1
D-TABLE	2019,2021	error	0	0	0	0	1
END
same 'one cell: what passes, fails, does not apply' "$tmp/got" "$tmp/want"

plan $tap_n

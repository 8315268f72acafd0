#!/bin/sh
# check: one office, one year, one truth.  Copies, lost regions, gaps of years,
# in every order of the input.
. tests/lib/tap.sh
of_any_system 'copies of reports'

tab=$(printf '\t')

# f DOC REGION ORG YEAR ITEM VALUE: a fact, of the column of totals; an empty
# value is a blank, `?' unreadable, `.' absent.
f() {
	case $6 in
	'') set -- "$@" blank '' ;;
	'?') set -- "$@" unreadable '' ;;
	.) set -- "$@" absent '' ;;
	*) set -- "$@" number "$6" ;;
	esac
	printf '%s\t%s\t%s\t%s\t2021\t%s\ttotal\t%s\t件\t%s\ttable\tL%s\t%s\n' \
	    "$1" "$2" "$3" "$4" "$5" "$8" "$7" "${8:-1}" "$8"
}

# found FILE...: the whole findings, but for tables that are missing.
found() {
	"$bin/check" --lang en "$@" 2>"$tmp/err" | grep -v "${tab}D-"
	cat "$tmp/err"
}

# orders NAME FILE WANT: what is found is WANT in every order of the lines of
# FILE, each a document.
orders() {
	awk '
	function put(n,   i, k, file) {
		if (n > lines) {
			file = out "/" ++orders
			for (i = 1; i <= lines; i++)
				print line[at[i]] >file
			close(file)
			return
		}
		for (k = 1; k <= lines; k++)
			if (!used[k]) {
				used[k] = 1
				at[n] = k
				put(n + 1)
				used[k] = 0
			}
	}
	{ line[++lines] = $0 }
	END { put(1) }' out="$tmp/orders" "$2"
	orders_n=0 orders_bad=0
	for orders_file in "$tmp"/orders/*; do
		orders_n=$((orders_n + 1))
		[ "$(found "$orders_file")" = "$3" ] && continue
		orders_bad=$((orders_bad + 1))
		found "$orders_file" >"$tmp/other"
	done
	rm -f "$tmp"/orders/*
	is "$1, in $orders_n orders" "$orders_bad $(cat "$tmp/other" 2>/dev/null)" '0 '
	rm -f "$tmp/other"
}
mkdir "$tmp/orders"
o=云岭市水务局

{ f 2022a '' $o 2022 requests.forward 1; f 2022b '' $o 2022 requests.forward 2
  f 2023 '' $o 2023 requests.carried 1; } >"$tmp/f"
changed="2022b${tab}${tab}$o${tab}2022${tab}Y-CHANGED${tab}suspect${tab}fail${tab}requests.forward@total${tab}2${tab}1${tab}requests.forward@total${tab}L2${tab}四、结转下年度继续办理·总计: 2; in another copy, 2022a, it is 1"
orders 'last year said both, one is enough' "$tmp/f" "$changed"
{ sed -n 1,2p "$tmp/f"; f 2023 '' $o 2023 requests.carried 3; } >"$tmp/g"
carry="2023${tab}${tab}$o${tab}2023${tab}Q-CARRY${tab}error${tab}fail${tab}total${tab}3${tab}1${tab}requests.carried@total${tab}L3${tab}二、上年结转政府信息公开申请数量·总计: says 3, the report of 2022 passed on 1"
orders 'neither of them' "$tmp/g" "$changed
$carry"
{ f 2022 '' $o 2022 requests.forward 1; f 2023a '' $o 2023 requests.carried 1
  f 2023b '' $o 2023 requests.carried 9; } >"$tmp/f"
orders 'each copy is held against last year' "$tmp/f" \
"2023b${tab}${tab}$o${tab}2023${tab}Y-CHANGED${tab}suspect${tab}fail${tab}requests.carried@total${tab}9${tab}1${tab}requests.carried@total${tab}L9${tab}二、上年结转政府信息公开申请数量·总计: 9; in another copy, 2023a, it is 1
2023b${tab}${tab}$o${tab}2023${tab}Q-CARRY${tab}error${tab}fail${tab}total${tab}9${tab}1${tab}requests.carried@total${tab}L9${tab}二、上年结转政府信息公开申请数量·总计: says 9, the report of 2022 passed on 1"
for nothing in '' '?' .; do
	{ f a '' $o 2022 requests.forward 4; f b '' $o 2022 requests.forward "$nothing"
	  f c '' $o 2023 requests.carried 4
	  f d '' $o 2023 requests.carried "$nothing"; } >"$tmp/f"
	orders "a copy with \`$nothing' says nothing" "$tmp/f" ''
done
{ f a '' $o 2023 requests.new 5; f b '' $o 2023 requests.new 6
  f c '' $o 2023 requests.new 6; f d '' $o 2023 requests.new 5; } >"$tmp/f"
orders 'copies of two kinds' "$tmp/f" \
"b${tab}${tab}$o${tab}2023${tab}Y-CHANGED${tab}suspect${tab}fail${tab}requests.new@total${tab}6${tab}5${tab}requests.new@total${tab}L6${tab}一、本年新收政府信息公开申请数量·总计: 6; in another copy, a, it is 5
c${tab}${tab}$o${tab}2023${tab}Y-COPY${tab}note${tab}fail${tab}${tab}${tab}${tab}${tab}${tab}The tables are those of another copy, b
d${tab}${tab}$o${tab}2023${tab}Y-COPY${tab}note${tab}fail${tab}${tab}${tab}${tab}${tab}${tab}The tables are those of another copy, a"

### Regions
{ f 2022 云岭市 $o 2022 requests.forward 8; f 2023 '' $o 2023 requests.carried 1
  } >"$tmp/f"
orders 'a lost region does not end the years' "$tmp/f" \
"2023${tab}${tab}$o${tab}2023${tab}Q-CARRY${tab}error${tab}fail${tab}total${tab}1${tab}8${tab}requests.carried@total${tab}L1${tab}二、上年结转政府信息公开申请数量·总计: says 1, the report of 2022 passed on 8"
{ f a 甲县 城关镇 2022 requests.forward 8; f b 乙县 城关镇 2022 requests.forward 1
  f c 甲县 城关镇 2023 requests.carried 8; f d 乙县 城关镇 2023 requests.carried 1
  } >"$tmp/f"
orders 'two of one name are two' "$tmp/f" ''
{ f a 甲县 城关镇 2021 requests.forward 8; f b '' 城关镇 2022 requests.carried 7
  f c 乙县 城关镇 2024 requests.forward 1; } >"$tmp/f"
orders 'a lost region between two: the one whose year is missing' "$tmp/f" \
"b${tab}${tab}城关镇${tab}2022${tab}Q-CARRY${tab}error${tab}fail${tab}total${tab}7${tab}8${tab}requests.carried@total${tab}L7${tab}二、上年结转政府信息公开申请数量·总计: says 7, the report of 2021 passed on 8"
{ f a 甲县 城关镇 2021 requests.forward 8; f b '' 城关镇 2022 requests.carried 7
  f c 乙县 城关镇 2021 requests.forward 1; } >"$tmp/f"
orders 'and nobody where it could be either' "$tmp/f" ''
{ f a 甲县 乙镇 2022 requests.forward 8; f b 甲县 丙镇 2022 requests.forward 8
  f c 甲县 乙镇 2023 requests.carried 1; } >"$tmp/f"
is 'reports that stand apart are told of' "$(found "$tmp/f")" \
    'check: the reports of an office do not stand together (1 times): not all years and copies were compared; say --by-office'
{ f a '' '' 2022 requests.forward 8; f b '' '' 2023 requests.carried 1; } >"$tmp/f"
is 'nobody is not an office' "$(found "$tmp/f")" ''
{ f a 甲县 甲县环境保护局 2018 requests.forward 8
  f b 甲县 甲县生态环境局 2019 requests.carried 1; } >"$tmp/f"
orders 'one office under two names' "$tmp/f" \
"b${tab}甲县${tab}甲县生态环境局${tab}2019${tab}Q-CARRY${tab}error${tab}fail${tab}total${tab}1${tab}8${tab}requests.carried@total${tab}L1${tab}二、上年结转政府信息公开申请数量·总计: says 1, the report of 2018 passed on 8"

### Rosters and waivers
{ f a 甲县 城关镇 2023 requests.new 5; f b 乙县 城关镇 2023 requests.new 6
  f c 甲县 甲县 2023 requests.new 9; f d 甲县 东桥镇 2023 requests.new 5; } >"$tmp/f"
printf '%s\t%s\t%s\t\t%s\n' org year parent region 城关镇 2023 甲县 甲县 \
    城关镇 2023 乙县 乙县 甲县 2023 '' '' 东桥镇 2023 甲县 '' 西桥镇 2023 甲县 '' >"$tmp/roster"
is 'a roster: two of one name, each below its own' \
    "$(found --roster "$tmp/roster" "$tmp/f" | cut -f2-3,5,9-10,13)" \
"${tab}甲县${tab}R-TREE${tab}9${tab}10${tab}一、本年新收政府信息公开申请数量·总计: 9, less than the offices below together, 10
${tab}甲县${tab}R-CHILDREN${tab}1${tab}3${tab}Of 3 offices below 1 have no report, so that the sum of the others is only a lower bound: 西桥镇
${tab}西桥镇${tab}R-MISSING${tab}${tab}${tab}On the roster, but there is no report"
printf 'org\tyear\n甲县城关镇\t2023\n' >"$tmp/roster"
is 'or with the region in front' \
    "$(found --roster "$tmp/roster" "$tmp/f" | cut -f1,3,5 | head -1)" \
    "b${tab}城关镇${tab}R-UNKNOWN"
row() {
	for row_col in natural business research public-interest legal-service other total; do
		printf '%s\t%s\t城关镇\t2023\t2021\trequests.new\t%s\t1\t件\tnumber\ttable\tL1\t1\n' "$1" "$2" $row_col
	done
}
{ row a 甲县; row b 乙县; } >"$tmp/f"
printf 'rule\torg\tyear\twhere\tleft\tright\tby\tregion\nQ-ROW\t城关镇\t2023\trequests.new\t6\t1\tli\t乙县\n' >"$tmp/w"
is 'a waiver is for the office in its region' \
    "$(found --waivers "$tmp/w" "$tmp/f" | cut -f1,5)" "a${tab}Q-ROW"
printf 'rule\torg\tyear\twhere\tleft\tright\nQ-ROW\t甲县城关镇\t2023\trequests.new\t6\t1\n' >"$tmp/w"
is 'or has the region in front' \
    "$(found --waivers "$tmp/w" "$tmp/f" | cut -f1,5)" "b${tab}Q-ROW"

### Documents of one name
f a '' $o 2022 requests.forward 8 >"$tmp/f"
f a '' $o 2023 requests.carried 1 >"$tmp/g"
is 'two files may have a document of one name' "$(found "$tmp/f" "$tmp/g")" \
"a#2${tab}${tab}$o${tab}2023${tab}Q-CARRY${tab}error${tab}fail${tab}total${tab}1${tab}8${tab}requests.carried@total${tab}L1${tab}二、上年结转政府信息公开申请数量·总计: says 1, the report of 2022 passed on 8"
{ for d in 1 2; do
	printf 'x.tar!a.txt\t\tmeta\ttype\t0\t0\t0\t1x1\ttext/plain\n'
	printf 'x.tar!a.txt\tL1\ttext\t\t0\t0\t0\t1x1\t青石县2022年政府信息公开工作年度报告%s\n' $d
done; } >"$tmp/f"
for filter in sectionize tabulate; do
	is "$filter: two members of one name are two" \
	    "$("$bin/$filter" "$tmp/f" | cut -f1 | uniq -c | awk '{ print $2 }')" \
	    'x.tar!a.txt
x.tar!a.txt#2'
done

plan $tap_n

# The forms as data, nianbao-forms(5): a form like another, lines that will not do.
. tests/lib/tap.sh
of_any_system 'forms'

plan 37
mkdir "$tmp/own"
# own LINE...: forms.tsv of these lines, under its header.
own() { { head -1 lib/data/forms.tsv; printf '%b\n' "$@"; } >"$tmp/own/forms.tsv"; }

# report YEAR TOTAL: with an item that the form of 2021 does not have, one that
# is called otherwise, and without one; a total of TOTAL.
report() {
	printf '青石镇%s年政府信息公开工作年度报告\n一、总体情况\n今年工作有序。\n' "$1"
	echo 二、主动公开政府信息情况
	printf '%s\t%s\t%s\t%s\n' 信息内容 本年制发件数 本年废止件数 现行有效件数 \
	    规章 7 0 9 办事指南 5 1 60 行政规范性文件 2 1 4
	echo 三、收到和处理政府信息公开申请情况
	printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' 申请人情况 自然人 商业企业 科研机构 \
	    社会公益组织 法律服务机构 其他 总计 \
	    一、本年新收政府信息公开申请数量 1 0 0 0 0 0 "$2" \
	    二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0 \
	    （一）予以公开 1 0 0 0 0 0 1 （七）总计 1 0 0 0 0 0 1
}
# facts YEAR TOTAL OPTION...
facts() {
	report "$1" "$2" >"$tmp/$1.txt"
	shift 2
	"$bin/extract" -q "$tmp"/20*.txt | "$bin/sectionize" | "$bin/tabulate" "$@"
	rm -f "$tmp"/20*.txt
}
# cells ITEM: of the facts on standard input.
cells() {
	awk -F'\t' -v item="$1" '$6 == item && $11 == "table" {
		printf "%s %s@%s=%s ", $5, item, $7, $10 == "number" ? $8 : $10 }'
}
guides='2026\tnational\tproactive\tproactive.guides\tart20.1\t办事指南\tmade,repealed,valid\t件\tinteger'
own '2026\tlike 2021' \
    '2026\tnational\tproactive\tproactive.regulations\tart20.1\t规章\tmade,repealed,valid\t部\tinteger' \
    "$guides" 'off\t2026\tnational\t\tproactive.penalty'
facts 2026 3 -d "$tmp/own" >"$tmp/facts"
is 'an item of its own' "$(cells proactive.guides <"$tmp/facts")" \
    '2026 proactive.guides@made=5 2026 proactive.guides@repealed=1 2026 proactive.guides@valid=60 '
is 'one that was replaced' "$(sed -n 's/.*proactive.regulations	made	//p' "$tmp/facts" | cut -f1,2)" \
    '7	部'
is 'one taken away' "$(cells proactive.penalty <"$tmp/facts")" ''
is 'one of the form it is like, by a spelling given for that' \
    "$(cells proactive.normative <"$tmp/facts" | cut -c1-34)" '2026 proactive.normative@made=2 20'
is 'a new item stands behind the line before it' "$(awk -F'\t' '$11 == "table" { print $6 }' \
    "$tmp/facts" | uniq | head -3 | tr '\n' ' ')" \
    'proactive.regulations proactive.guides proactive.normative '

# The item before and behind a new first item of TABLE.
beside() {
	own '2026\tlike 2021' "2026\tnational\t$1\t$1.extra\tx\t另有数量\tcount\t件\tinteger"
	facts 2026 3 -d "$tmp/own" | awk -F'\t' -v item="$1.extra" '
	$11 != "table" || $6 == last { next }
	$6 == item { printf "%s ", last }
	last == item { print $6 }
	{ last = $6 }
	END { if (last == item) print "none" }'
}
is 'a new item without a line before it ends its table' "$(beside proactive) $(beside requests) $(beside review)" \
    'proactive.fees requests.new requests.forward review.reconsideration.maintain review.litigation.after.total none'

own '2026\tlike 2021'
facts 2026 3 -d "$tmp/own" | cut -f2,5-13 >"$tmp/facts"
facts 2026 3 | cut -f2,5-13 | awk -F'\t' -v OFS='\t' \
    '$2 == 2021 { $2 = 2026 } { print }' >"$tmp/same"
same 'with no difference it reads the same' "$tmp/facts" "$tmp/same"
facts 2024 3 -d "$tmp/own" >"$tmp/facts"
is 'where headers leave two forms open, the year decides' \
    "$(cut -f5 "$tmp/facts" | sort -u)" 2021
own '2026\tlike 2021' '2030\tlike 2026' 'off\t2030\tnational\t\tproactive.penalty'
facts 2031 3 -d "$tmp/own" >"$tmp/facts"
is 'a form like a form like another' "$(cut -f5 "$tmp/facts" | sort -u) $(cells requests.new \
    <"$tmp/facts" | wc -w)" '2030 14'

own '2026\tlike 2021' \
    '2026\tnational\tproactive\tproactive.normative\tart20.1\t办事指南\tmade,repealed,valid\t件\tinteger'
facts 2026 3 -d "$tmp/own" >"$tmp/facts"
is 'a changed item is read' "$(cells proactive.normative <"$tmp/facts" | cut -d' ' -f2,4)" \
    'proactive.normative@made=5 proactive.normative@repealed=1'
is 'the rules of the form it is like hold: a broken sum, a table not there' \
    "$("$bin/check" -d "$tmp/own" --lang en "$tmp/facts" | awk -F'\t' '$6 == "error" { print $4, $5, $13 }')" \
    '2026 Q-ROW 一、本年新收政府信息公开申请数量: the applicants add up to 1, the total says 3
2026 D-PART Most of the table of requests was not found (147 cells): see whether the original is whole
2026 D-TABLE No table of reconsideration and litigation was found: see whether the original is whole'
printf 'id\tforms\tlevel\trange\tcondition\tchinese\tenglish\tsource\nQ-ROW\t2026\tnote\treport\t%s\tx\tx\ts\n' \
    'requests.new@total = 0' >"$tmp/rules"
is 'but for one that it has under the same name' \
    "$("$bin/check" -d "$tmp/own" --rules "$tmp/rules" "$tmp/facts" |
    awk -F'\t' '$5 == "Q-ROW" { print $4, $5, $6 }')" '2026 Q-ROW note'
{ head -1 lib/data/columns.tsv; printf 'natural\t个人\t2026\n'; } >"$tmp/own/columns.tsv"
printf 'id\tforms\tlevel\trange\tcondition\tchinese\tenglish\tsource\nX\tany\terror\treport\t%s\t%s\t%s\ts\n' \
    'requests.new@natural = proactive.regulations@made' \
    '{requests.new@natural} {proactive.regulations@made}' x >"$tmp/rules"
is 'columns are called as on the form, or as on the one it is like' \
    "$("$bin/check" -d "$tmp/own" --lang zh --rules "$tmp/rules" "$tmp/facts" |
    awk -F'\t' '$5 == "X" { print $13 }')" \
    '一、本年新收政府信息公开申请数量·个人 规章·本年制发件数'
rm "$tmp/own/columns.tsv"
own '2026\tnational\tproactive\tproactive.guides\tart20.1\t办事指南\tmade,repealed,valid\t件\tinteger'
is 'a form that is like none has what is given for it, no more' "$(facts 2026 3 -d "$tmp/own" |
    cut -f5 | sort -u)" 2021

# refused NAME REASON FILE LINE...: the overlay is FILE of these lines alone.
refused() {
	name=$1 reason=$2 file=$3
	shift 3
	rm -f "$tmp/own"/*
	{ head -1 "lib/data/$file"; printf '%b\n' "$@"; } >"$tmp/own/$file"
	"$bin/tabulate" -d "$tmp/own" </dev/null >"$tmp/out" 2>"$tmp/err"
	is "$name" "$? $(cat "$tmp/err")" "2 tabulate: $tmp/own/$file:$reason"
}
item='2026\tnational\treview\tx\t\t其他'
refused 'a line too short' '2: a line of this table has nine fields' \
    forms.tsv '2021\tx'
refused 'too many columns' '2: column 28: more than eight columns: a,b,c,d,e,f,g,h,i' \
    forms.tsv "$item\ta,b,c,d,e,f,g,h,i\t\tinteger"
refused 'an unknown type' '2: column 41: the type is not integer, decimal or heading: number' \
    forms.tsv "$item\ta,b\t\tinteger,number"
refused 'no type' '2: column 32: the type is not integer, decimal or heading' \
    forms.tsv "$item\tab\t\t"
refused 'more types than columns' '2: column 33: more types than columns: integer,integer' \
    forms.tsv "$item\tabc\t\tinteger,integer"
refused 'more units than columns' '2: column 32: more units than columns: 件,条' \
    forms.tsv "$item\tabc\t件,条\tinteger"
refused 'figures without a column' \
    '2: column 28: figures need a column; or is the type heading?: -' \
    forms.tsv "$item\t-\t\tinteger"
refused 'more items than are read' '258: more than 256 items in a table' forms.tsv \
    "$(seq 257 | sed 's/.*/9\\tn\\tt\\ti&\\t\\tl\\tcount\\t\\tinteger/')"
refused 'units of a heading' '3: column 46: more units than columns: 件,部' forms.tsv '2026\tlike 2021' \
    '2026\tnational\tproactive\tproactive.more\t\t另有\t-\t件,部\theading'
refused 'more forms than are read' '62: more than 64 forms' forms.tsv \
    "$(seq 61 | sed 's/.*/f&\\tlike 2021/')"
refused 'like a form that is not there' '2: column 11: no form above has this name: 2022' \
    forms.tsv '2026\tlike 2022'
refused 'like itself' '2: column 11: no form above has this name: 2026' \
    forms.tsv '2026\tlike 2026'
refused 'like two forms' '3: column 11: the form is like another already: 2019' \
    forms.tsv '2026\tlike 2021' '2026\tlike 2019'
refused 'fields behind like' "2: column 16: a field too many behind \`like': x" \
    forms.tsv '2026\tlike 2021\tx'
refused 'an item taken away from no form' "2: column 5: \`off', but there is no such line: 2026" \
    forms.tsv 'off\t2026\tnational\t\tx'
refused 'an item taken away that is not there' "3: column 20: \`off', but there is no such line: x" \
    forms.tsv '2026\tlike 2021' 'off\t2026\tnational\t\tx'
refused 'a column of no form' '2: column 1: the form has no such column: naturl' \
    columns.tsv 'naturl\t自然人'
refused 'a spelling of no item' '2: column 1: the form has no such item: requests.nwe' \
    spellings.tsv 'requests.nwe\t新收'
refused 'a spelling on a form that has not the item' \
    '2: column 1: the form has no such item: requests.new' spellings.tsv 'requests.new\t新收\t2014'
refused 'a spelling of nothing' '2: column 14: there is no name here: 。' \
    spellings.tsv 'requests.new\t。'
refused 'a form that is not there' '2: column 17: no such form: 2026' \
    spellings.tsv 'requests.new\t新收\t2026'
refused 'a word of no kind' '2: column 1: the kind is not head or unit: foot' \
    table-words.tsv 'foot\t合计'
cp lib/data/forms.tsv lib/data/columns.tsv lib/data/spellings.tsv lib/data/table-words.tsv \
    "$tmp/own"
status 'no line built in is dead' 0 "$bin/tabulate" -d "$tmp/own" /dev/null

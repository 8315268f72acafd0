# tabulate's words and decisions for sentences, and a user's own.
. tests/lib/tap.sh
of_any_system 'sentences'

plan 45
printf '青石镇2023年政府信息公开工作年度报告\n一、总体情况\n（一）主动公开情况\n%s\n' \
    '2023年，我镇主动公开政府信息58条，惠民连心桥办理工单12件。' >"$tmp/report.txt"
"$bin/extract" "$tmp/report.txt" 2>"$tmp/log" | "$bin/sectionize" \
    >"$tmp/blocks"
claims() {
	"$bin/tabulate" "$@" "$tmp/blocks" | awk -F'\t' \
	    '$11 == "prose" { printf "%s=%s%s ", $6, $8, $9 }'
}

is 'a figure with a word that nobody knows is none of its item' "$(claims)" \
    'prose.proactive.total=58条 '

mkdir "$tmp/words" "$tmp/decisions" "$tmp/broken"
printf 'class\tkind\twords\nhotline\tobject\t惠民(连心|直通)桥\n' \
    >"$tmp/words/lexicon.tsv"
is 'a line in lexicon.tsv adds a word' "$(claims -d "$tmp/words")" \
    'prose.proactive.total=58条 prose.respond.hotline=12件 '

printf '青石镇2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n%s\n' \
    '今年申请12件，均予答复。' >"$tmp/section.txt"
"$bin/extract" "$tmp/section.txt" 2>"$tmp/log" | "$bin/sectionize" >"$tmp/section"
is 'with it a section is still about what it was' \
    "$("$bin/tabulate" -d "$tmp/words" "$tmp/section" | grep requests.received)" \
    "$("$bin/tabulate" "$tmp/section" | grep 'requests.received.*12')"

printf 'class\tkind\twords\nbridge\tobject\t惠民连心桥\n' \
    >"$tmp/decisions/lexicon.tsv"
printf 'item\tunit\tunits\nprose.bridge\t件\t件\n' \
    >"$tmp/decisions/measures.tsv"
printf '%s\t%s\t%s\t%s\n' item col need with \
    prose.bridge count bridge 'answer case handle' >"$tmp/decisions/decisions.tsv"
is 'a line in decisions.tsv adds a figure' \
    "$(claims -d "$tmp/decisions")" \
    'prose.proactive.total=58条 prose.bridge=12件 '

is 'each figure with the classes of its words, and what is left' \
    "$("$bin/tabulate" --explain "$tmp/blocks" | cut -f2-)" \
    "L4	prose.proactive.total	count	58		我镇/self 主动公开/proactive 政府信息/gov-info 58条
L4	prose.respond.total	count	12	惠民连心桥	惠民连心桥/? 办理/answer,handle 工单/case 12件"

printf '青石县司法局2023年政府信息公开工作年度报告\n一、总体情况\n%s\n' \
    '全年收到行政复议申请30件，维持20件。因政府信息公开引起行政复议2件。因政府信息公开被申请行政复议3件。' \
    >"$tmp/bureau.txt"
"$bin/extract" "$tmp/bureau.txt" 2>"$tmp/log" | "$bin/sectionize" >"$tmp/bureau"
is 'an office that decides on the suits of others has them as parts' \
    "$("$bin/tabulate" "$tmp/bureau" | awk -F'\t' '$11 == "prose" { print $6, $8 }')" \
    'prose.review.reconsideration.part 30
prose.review.reconsideration.maintain.part 20
prose.review.reconsideration 2
prose.review.reconsideration 3'

# refused NAME FILE LINE MESSAGE: a user's FILE of this one line ends tabulate.
refused() {
	rm -f "$tmp/broken"/*
	{ head -1 "lib/data/$2"; printf '%b\n' "$3"; } >"$tmp/broken/$2"
	"$bin/tabulate" -d "$tmp/broken" "$tmp/blocks" >"$tmp/out" 2>"$tmp/err"
	is "$1" "$? $(sed "s|^tabulate: $tmp/broken/||" "$tmp/err")" "2 $2:2: $4"
}

# line_of PATTERN: where the suite's decisions have it.
line_of() { grep -n "$1" lib/data/decisions.tsv | head -1 | cut -d: -f1; }

refused 'an unknown item is named' decisions.tsv 'prose.none\tcount\treceive' \
    'column 1: unknown item: prose.none'
refused 'an unknown class' decisions.tsv 'prose.staff\tcount\tgive' \
    'column 19: unknown class: give'
refused 'one of several' decisions.tsv 'prose.staff\tcount\tstaff|give^' \
    'column 25: unknown class: give'
refused 'and one that may be there too' decisions.tsv \
    'prose.staff\tcount\tstaff\tgive' 'column 25: unknown class: give'
refused 'a decision that needs nothing' decisions.tsv \
    'prose.staff\tcount' 'column 18: the column need is empty'
refused 'one that needs too much' decisions.tsv \
    'prose.staff\tcount\tstaff staff staff staff staff staff staff' \
    'column 55: too many needs: staff'
refused 'an unknown condition' decisions.tsv \
    'prose.staff\tcount\tstaff\t\twhen=now' \
    'column 26: unknown condition: when=now'
refused 'and one without a value' decisions.tsv \
    'prose.staff\tcount\tstaff\t\tnow' 'column 26: unknown condition: now'
refused 'a list of what heads none' decisions.tsv \
    'prose.staff\tcount\tstaff\t\tlist=prose.fans' \
    'column 31: not the head of a list: prose.fans'
refused 'a head that is no item' decisions.tsv \
    'prose.staff\tcount\tstaff\t\thead=prose.none' \
    'column 31: unknown item: prose.none'
refused 'an unknown class of the heading' decisions.tsv \
    'prose.staff\tcount\tstaff\t\ttopic=staff|give' \
    'column 38: unknown class: give'
refused 'of the outlet' decisions.tsv \
    'prose.staff\tcount\tstaff\t\toutlet=site|give' \
    'column 38: unknown class: give'
refused 'of the head' decisions.tsv \
    'prose.staff\tcount\tstaff\t\tafter=give' \
    'column 32: unknown class: give'
refused 'a unit that counts nothing' decisions.tsv \
    'prose.staff\tcount\tstaff\t\tunit=人|斤' \
    'column 33: unknown unit: 斤'
refused 'a decision that another one hides' decisions.tsv \
    'prose.fans\tcount\tfans equip\t\toutlet=site unit=人' \
    "column 18: line $(line_of '^prose.fans') claims all that this one could: fans equip"
refused 'one that differs from another of its rank' decisions.tsv \
    'prose.views\tcount\tfans\t\tunit=人' \
    "column 19: line $(line_of '^prose.fans') claims something else of the same words: fans"
refused 'a class that no decision names' lexicon.tsv 'feast\ttime\t节日' \
    'column 1: no decision names the class: feast'
refused 'an unknown kind of class' lexicon.tsv 'fans\tobjects\t礼品' \
    'column 6: unknown kind: objects'
refused 'a class of two kinds' lexicon.tsv 'fans\tverb\t礼品' \
    'column 6: the class is of another kind: verb'
refused 'a line that adds nothing' lexicon.tsv 'fans\tobject\t粉丝 粉丝数' \
    'column 13: no new word: 粉丝 粉丝数'
refused 'an open bracket' lexicon.tsv 'fans\tobject\t礼(品|物' \
    'column 13: never closed: 礼(品|物'
refused 'an open set' lexicon.tsv 'fans\tobject\t礼<place' \
    'column 13: never closed: 礼<place'
refused 'an unknown set' lexicon.tsv 'fans\tobject\t礼<nosuch>' \
    'column 15: unknown set: nosuch'
refused 'a set that names itself' lexicon.tsv 'gift\tset\t礼<gift>' \
    'column 12: unknown set: gift'
refused 'a closing mark alone' lexicon.tsv 'fans\tobject\t礼品>' \
    'column 13: never opened: 礼品>'
refused 'brackets without end' lexicon.tsv \
    'fans\tobject\t礼((((((((((((((((((品|物)' \
    'column 13: too many brackets: 礼((((((((((((((((((品|物)'
long=$(printf '%081d' 0)
refused 'a word without end' lexicon.tsv "fans\tobject\t$long" \
    "column 13: too long: $long"
refused 'a set that no word names' lexicon.tsv 'gift\tset\t礼品' \
    'column 1: no word names the set: gift'
refused 'a section of an unknown class' lexicon.tsv 'gift\tsection\tother' \
    'column 1: unknown class: gift'
refused 'an unknown unit' measures.tsv 'prose.fans\t人\t人 位粉丝' \
    'column 16: unknown unit: 位粉丝'
refused 'a unit as it is not written here' measures.tsv 'prose.fans\t人\t條' \
    'column 14: unknown unit: 條'
refused 'an unknown kind of item' measures.tsv 'prose.fans\t人\t人\tlevel' \
    'column 16: unknown kind: level'
refused 'members that no item is' measures.tsv \
    'prose.fans\t人\t人\t\t\t\tprose.gifts.*' \
    'column 19: no item is named so: prose.gifts.*'
refused 'an unknown kind of mark' sentence-marks.tsv 'commas\t,' \
    'column 1: nothing the suite knows: commas'
refused 'a quotation mark without its closing one' sentence-marks.tsv \
    'quotation\t《 》 <' 'an opening mark without a closing one'

rm -f "$tmp/broken"/*
cp lib/data/lexicon.tsv lib/data/measures.tsv lib/data/decisions.tsv \
    lib/data/sentence-marks.tsv "$tmp/broken"
is "the suite's own lines pass as a user's" \
    "$(claims -d "$tmp/broken" 2>&1)" \
    'prose.proactive.total=58条 '
rm -f "$tmp/broken"/*
printf 'kind\tmarks\noff\tpause\n' >"$tmp/broken/sentence-marks.tsv"
is 'no mark of a kind' \
    "$(claims -d "$tmp/broken" 2>&1 | sed 's|.*/||')" \
    'sentence-marks.tsv:2: column 5: cannot be done without: pause'
rm -f "$tmp/broken"/*
{ printf 'class\tkind\twords\n'; sed -n 's/^none	/off	&/p' lib/data/lexicon.tsv; } \
    >"$tmp/broken/lexicon.tsv"
status 'words without what steers the reading' 2 "$bin/tabulate" \
    -d "$tmp/broken" "$tmp/blocks"

# Totals of one document are set against each other: a long one ends all the
# same.  Eighty thousand sentences take a second; pair by pair, ten minutes.
{ echo '青石镇2023年政府信息公开工作年度报告'
  echo '一、总体情况'
  awk 'BEGIN { for (i = 1; i <= 80000; i++)
	printf "全年主动公开政府信息%d条，收到申请%d件，予以公开%d件。\n",
	    i, i % 9, i % 5 + 3 }'; } >"$tmp/long.txt"
"$bin/extract" -q "$tmp/long.txt" | "$bin/sectionize" >"$tmp/blocks"
is 'a document of eighty thousand sentences' \
    "$(timeout 120 "$bin/tabulate" -q "$tmp/blocks" |
	awk -F'\t' '$11 == "prose" { n[$6]++ }
	END { for (item in n) print item, n[item] }' | sort)" \
    'prose.proactive.total 80000
prose.requests.received 80000
prose.requests.result 80000'

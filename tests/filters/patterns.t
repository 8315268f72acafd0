# tabulate's patterns for sentences, and a user's own.
. tests/lib/tap.sh

plan 34
printf '青石镇2023年政府信息公开工作年度报告\n一、总体情况\n（一）主动公开情况\n%s\n' \
    '2023年，我镇主动公开政府信息58条，惠民直通车受理诉求12件。' >"$tmp/report.txt"
"$bin/extract" "$tmp/report.txt" 2>"$tmp/log" | "$bin/sectionize" \
    >"$tmp/blocks"
claims() {
	"$bin/tabulate" "$@" "$tmp/blocks" | awk -F'\t' \
	    '$11 == "prose" { printf "%s=%s%s ", $6, $8, $9 }'
}

is 'a phrase that no pattern knows is not claimed' "$(claims)" \
    'prose.proactive.total=58条 '

mkdir "$tmp/words" "$tmp/patterns" "$tmp/broken"
printf 'concept\tkind\twords\nhotline\tword\t惠民直通车\n' \
    >"$tmp/words/concepts.tsv"
is 'a line in concepts.tsv adds a word' "$(claims -d "$tmp/words")" \
    'prose.proactive.total=58条 prose.respond.hotline=12件 '

printf '%s\t%s\t%s\n' item col pattern \
    prose.respond.total count 'receive demand @' \
    >"$tmp/patterns/patterns.tsv"
is 'a line in patterns.tsv adds a pattern' \
    "$(claims -d "$tmp/patterns")" \
    'prose.proactive.total=58条 prose.respond.total=12件 '

# refused NAME FILE LINE MESSAGE: a user's FILE of this one line ends tabulate.
refused() {
	rm -f "$tmp/broken"/*
	{ head -1 "lib/data/$2"; printf '%b\n' "$3"; } >"$tmp/broken/$2"
	"$bin/tabulate" -d "$tmp/broken" "$tmp/blocks" >"$tmp/out" 2>"$tmp/err"
	is "$1" "$? $(sed "s|^tabulate: $tmp/broken/||" "$tmp/err")" "2 $2:2: $4"
}

refused 'an unknown item is named' patterns.tsv 'prose.none\tcount\treceive @' \
    'column 1: unknown item: prose.none'
refused 'an unknown concept' patterns.tsv 'prose.staff\tcount\tgive @' \
    'column 19: unknown concept: give'
refused 'and one a clause must not have' patterns.tsv \
    'prose.staff\tcount\tstaff @\tgive' 'column 27: unknown concept: give'
refused 'a pattern of nothing but the figure' patterns.tsv \
    'prose.staff\tcount\t@' 'column 19: too few elements: @'
refused 'a pattern of two figures' patterns.tsv \
    'prose.staff\tcount\t@ staff @' 'column 27: a second figure: @'
refused 'an unknown condition' patterns.tsv \
    'prose.staff\tcount\tstaff @\t\twhen=now' \
    'column 28: unknown condition: when=now'
refused 'and one without a value' patterns.tsv \
    'prose.staff\tcount\tstaff @\t\tnow' 'column 28: unknown condition: now'
refused 'a head that heads no list' patterns.tsv \
    'prose.staff\tcount\tstaff @\t\tunder=prose.fans' \
    'column 34: not the head of a list: prose.fans'
refused 'an unknown section' patterns.tsv \
    'prose.staff\tcount\tstaff @\t\tsection=fees|fee' \
    'column 41: unknown section: fee'
refused 'an unknown word of its heading' patterns.tsv \
    'prose.staff\tcount\tstaff @\t\tsection=fees:fees' \
    'column 41: unknown concept: fees'
refused 'an open bracket' patterns.tsv 'prose.staff\tcount\t[equip staff @' \
    'column 19: never closed: [equip staff @'
refused 'an open brace' patterns.tsv 'prose.{rules\tcount\tstaff @' \
    'column 7: never closed: {rules'
refused 'an unknown group' patterns.tsv 'prose.{rule}\tcount\tstaff @' \
    'column 7: unknown group: {rule}'
refused 'what a group is put in, by its field' patterns.tsv \
    'prose.{social}\tcount\tfans @' 'column 1: unknown item: prose.{social}'
refused 'a pattern that another one always goes before' patterns.tsv \
    'prose.fans\tcount\tfans @\ttrain\tlast' \
    "column 18: that of line $(grep -n '^prose.fans' lib/data/patterns.tsv |
    cut -d: -f1) always goes before a pattern: fans @"
refused 'and one for another item, counted alike' patterns.tsv \
    'prose.training.persons\tcount\tfans @' \
    "column 30: that of line $(grep -n '^prose.fans' lib/data/patterns.tsv |
    cut -d: -f1) always goes before a pattern: fans @"
refused 'a concept that no pattern names' concepts.tsv 'gift\tword\t礼品' \
    'column 1: no pattern names the concept: gift'
refused 'an unknown kind of concept' concepts.tsv 'fans\twords\t礼品' \
    'column 6: unknown kind: words'
refused 'a concept of two kinds' concepts.tsv 'fans\tfiller\t礼品' \
    'column 6: the concept is of another kind: filler'
refused 'a word that two concepts claim' concepts.tsv 'fans\tword\t礼品 培训' \
    'column 14: the word of another concept too: 培训'
refused 'a group that no pattern names' groups.tsv 'money\tsum fee' \
    'column 1: no pattern names the group: money'
refused 'a group of what stands below' groups.tsv 'outlet\tsocial site' \
    'column 8: a group that does not stand above: social'
refused 'a group of itself' groups.tsv 'outlet\toutlet site' \
    'column 8: a group that does not stand above: outlet'
refused 'an unknown unit' measures.tsv 'prose.fans\t人\t人 位粉丝' \
    'column 16: unknown unit: 位粉丝'
refused 'a unit as it is not written here' measures.tsv 'prose.fans\t人\t條' \
    'column 14: unknown unit: 條'
refused 'an unknown kind of item' measures.tsv 'prose.fans\t人\t人\tlevel' \
    'column 16: unknown kind: level'
refused 'an unknown kind of mark' sentence-marks.tsv 'commas\t,' \
    'column 1: nothing the suite knows: commas'
refused 'a quotation mark without its closing one' sentence-marks.tsv \
    'quotation\t《 》 <' 'an opening mark without a closing one'

rm -f "$tmp/broken"/*
cp lib/data/concepts.tsv lib/data/measures.tsv lib/data/groups.tsv \
    lib/data/patterns.tsv lib/data/sentence-marks.tsv "$tmp/broken"
is "the suite's own lines pass as a user's" \
    "$(claims -d "$tmp/broken" 2>&1)" 'prose.proactive.total=58条 '
rm -f "$tmp/broken"/*
printf 'kind\tmarks\noff\tpause\n' >"$tmp/broken/sentence-marks.tsv"
is 'no mark of a kind' "$(claims -d "$tmp/broken" 2>&1)" \
    "tabulate: $tmp/broken/sentence-marks.tsv:2: column 5: cannot be done without: pause"
rm -f "$tmp/broken"/*
{ printf 'concept\tkind\twords\n'; sed -n 's/^none	/off	&/p' lib/data/concepts.tsv; } \
    >"$tmp/broken/concepts.tsv"
status 'words without what steers the reading' 2 "$bin/tabulate" \
    -d "$tmp/broken" "$tmp/blocks"

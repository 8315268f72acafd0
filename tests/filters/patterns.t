# tabulate's patterns for sentences, and a user's own.
. tests/lib/tap.sh

plan 9
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

refused() {
	printf 'item\tcol\tpattern\tunless\twhere\n%b\n' "$2" \
	    >"$tmp/broken/patterns.tsv"
	"$bin/tabulate" -d "$tmp/broken" "$tmp/blocks" >"$tmp/out" 2>"$tmp/err"
	is "$1" "$? $(sed 's/.*patterns/patterns/' "$tmp/err")" \
	    "2 $3"
}

refused 'an unknown item is named' 'prose.none\tcount\treceive @' \
    'patterns.tsv:2: column 1: unknown item: prose.none'
refused 'an unknown concept' 'prose.staff\tcount\tgive @' \
    'patterns.tsv:2: column 19: unknown concept: give'
refused 'a pattern of nothing but the figure' 'prose.staff\tcount\t@' \
    'patterns.tsv:2: column 19: too few elements: @'
refused 'an unknown condition' 'prose.staff\tcount\tstaff @\t\twhen=now' \
    'patterns.tsv:2: column 28: unknown condition: when=now'
refused 'a head that heads no list' \
    'prose.staff\tcount\tstaff @\t\tunder=prose.fans' \
    'patterns.tsv:2: column 34: not the head of a list: prose.fans'

{ printf 'concept\tkind\twords\n'; sed -n 's/^none	/off	&/p' lib/data/concepts.tsv; } \
    >"$tmp/broken/concepts.tsv"
rm -f "$tmp/broken/patterns.tsv"
status 'words without what steers the reading' 2 "$bin/tabulate" \
    -d "$tmp/broken" "$tmp/blocks"

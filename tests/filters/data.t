# The suite's data and a user's own laid over them: nianbao-data(5).
. tests/lib/tap.sh

mkdir "$tmp/own"
printf '青石镇2023年政府信息公开工作年度报告\n一、总体情况\n%s\n%s\n' \
    '2023年，我镇主动公开政府信息58条。' '二、主动公开政府信息情况' >"$tmp/report.txt"
printf '%s\t%s\t%s\t%s\n' 信息内容 本年制发件数 本年废止件数 现行有效件数 \
    规章 7 0 9 规矩 2 1 4 >>"$tmp/report.txt"
"$bin/extract" -q "$tmp/report.txt" >"$tmp/extracted"
cells() {
	"$bin/sectionize" "$tmp/extracted" | "$bin/tabulate" "$@" |
	    awk -F'\t' '$11 == "table" && $10 == "number" { printf "%s@%s=%s ", $6, $7, $8 }'
}
# own FILE LINE...: the overlay is FILE of these lines, under its header.
own() {
	rm -f "$tmp/own"/*
	own_file=$1
	shift
	{ head -1 "lib/data/$own_file"; printf '%b\n' "$@"; } >"$tmp/own/$own_file"
}
built_in='proactive.regulations@made=7 proactive.regulations@repealed=0 proactive.regulations@valid=9 '

is 'as built in' "$(cells)" "$built_in"
own spellings.tsv 'proactive.normative\t规矩'
is 'a new line' "$(cells -d "$tmp/own")" \
    "${built_in}proactive.normative@made=2 proactive.normative@repealed=1 proactive.normative@valid=4 "
own forms.tsv '2021\tnational\tproactive\tproactive.regulations\tart20.1\t规章\tmade,repealed,valid\t部\tinteger'
is 'a line in place of one built in' "$("$bin/sectionize" "$tmp/extracted" |
    "$bin/tabulate" -d "$tmp/own" | awk -F'\t' '$6 == "proactive.regulations" { printf "%s%s ", $8, $9 }')" \
    '7部 0部 9部 '
own forms.tsv 'off\t2021\tnational\tproactive\tproactive.regulations'
is 'a line taken away' "$(cells -d "$tmp/own" --)" ''
own measure-names.tsv 'prose.proactive.total\t主动公开的' 
printf 'x\t\t青石镇\t2023\t2021\tprose.proactive.total\tcount\t-1\t条\tnumber\tprose\tL3\t-1条\n' \
    >"$tmp/facts"
printf 'id\tforms\tlevel\trange\tcondition\tchinese\tenglish\tsource\nX\tany\terror\treport\tprose.proactive.total@count >= 0\t{prose.proactive.total}\t{left}\ts\n' \
    >"$tmp/rules"
is 'a name in messages' "$("$bin/check" --lang zh -d "$tmp/own" --rules "$tmp/rules" "$tmp/facts" |
    awk -F'\t' '$5 == "X" { print $13 }')" 主动公开的

# A rule may name a column that any table may have, and no other.
own columns.tsv 'hamlets\t村组\tany'
printf 'id\tforms\tlevel\trange\tcondition\tchinese\tenglish\tsource\nX\tany\terror\treport\tproactive.regulations@hamlets >= 0\t{left}\t{left}\ts\n' \
    >"$tmp/rules"
status 'a column of any table' 0 "$bin/check" -d "$tmp/own" --rules "$tmp/rules" "$tmp/facts"
own columns.tsv 'hamlets\t村组\t2008'
status 'a column of another form' 2 "$bin/check" -d "$tmp/own" --rules "$tmp/rules" "$tmp/facts"

section() {
	"$bin/sectionize" "$@" "$tmp/extracted" |
	    awk -F'\t' '$3 == "head" { print $4; exit }'
}
is 'a section as built in' "$(section)" overview
own headings.tsv 'problems\t总体'
is 'where the first line wins, a new one comes first' \
    "$(section --data "$tmp/own")" problems
own headings.tsv 'overview\t情况' 'problems\t总体'
is 'and behind the line it stands behind' "$(section --data "$tmp/own")" overview

refused() {
	"$bin/sectionize" -d "$tmp/own" "$tmp/extracted" >"$tmp/out" 2>"$tmp/err"
	is "$1" "$? $(cat "$tmp/err")" "2 sectionize: $tmp/own$2"
}
own headings.tsv 'off\tproblems\t总体'
refused 'a line taken away that is not there' \
    "/headings.tsv:2: column 14: \`off', but there is no such line: 总体"
own headings.tsv 'problems\t总体\t\t\t\t\t'
is 'the tabs of a spreadsheet' "$(section --data "$tmp/own")" problems
own headings.tsv 'problems\t总体\t\t\t\t多'
refused 'a field too many' '/headings.tsv:2: column 16: a field too many: 多'
own headings.tsv 'problems\t总体'
sed -i '1s/needs/need/' "$tmp/own/headings.tsv"
refused 'another header' '/headings.tsv:1: column 9: the file has no column need here; its header line is: section\x09needs\x09unless\x09most\x09alone'
own headings.tsv 'problems\t总体'
sed -i '1s/^/\xef\xbb\xbf/' "$tmp/own/headings.tsv"
is 'a byte order mark' "$(section --data "$tmp/own")" problems
iconv -f UTF-8 -t GBK lib/data/headings.tsv >"$tmp/own/headings.tsv"
refused 'GBK' '/headings.tsv:3: is not UTF-8 (GBK, perhaps); save it as UTF-8'
iconv -f UTF-8 -t UTF-16 lib/data/headings.tsv >"$tmp/own/headings.tsv"
refused 'UTF-16' '/headings.tsv: is UTF-16; save it as UTF-8'
rm "$tmp/own"/*
: >"$tmp/own/genre.tsv"
refused 'a file of another name' \
    "/genre.tsv: no file of the suite's data has this name (nianbao-data(5))"
"$bin/sectionize" -d "$tmp/none" "$tmp/extracted" >"$tmp/out" 2>"$tmp/err"
is 'no such folder' "$? $(cat "$tmp/err")" \
    "2 sectionize: $tmp/none: No such file or directory"

# Words of figures, units, numerals, enumerators, labels.
figures() { cells "$@" | tr ' ' '\n' | grep regulations@made; }
sed -i 's/规章	7/规章	大抵两幢/' "$tmp/report.txt"
"$bin/extract" -q "$tmp/report.txt" >"$tmp/extracted"
is 'words that are not known' "$(figures)" ''
rm -f "$tmp/own"/*
printf 'kind\tword\tvalue\ninexact-before\t大抵\n' >"$tmp/own/figure-words.tsv"
printf 'word\tname\tkind\n幢\t栋\tcount\n' >"$tmp/own/units.tsv"
is 'words of the overlay' "$("$bin/sectionize" "$tmp/extracted" | "$bin/tabulate" -d "$tmp/own" |
    awk -F'\t' '$6 == "proactive.regulations" && $7 == "made" { print $8, $9, $10 }')" '2 栋 approx'
own numerals.tsv '两\tx'
status 'a numeral without a value' 2 "$bin/tabulate" -d "$tmp/own" "$tmp/extracted"
own units.tsv '幢\t栋\tmany'
status 'a unit of no kind' 2 "$bin/tabulate" -d "$tmp/own" "$tmp/extracted"
own section-words.tsv 'letterhead\t某县文件\t'
status 'an empty field more of a word' 0 "$bin/sectionize" -d "$tmp/own" "$tmp/extracted"
own figure-words.tsv 'often\t时常'
status 'a word of no kind' 2 "$bin/tabulate" -d "$tmp/own" "$tmp/extracted"
own enumerators.tsv 'part\t第章'
status 'an enumerator without a number' 2 "$bin/tabulate" -d "$tmp/own" "$tmp/extracted"
printf 'name\tcolumn\nwhere\tpath\n' >"$tmp/own/manifest-columns.tsv"
rm "$tmp/own/enumerators.tsv"
printf 'where\ttitle\nreport.txt\t标题\n' >"$tmp/manifest.tsv"
is "a column of a manifest" "$("$bin/extract" -q -d "$tmp/own" --manifest "$tmp/manifest.tsv" "$tmp/report.txt" |
    awk -F'\t' '$4 == "title" { print $9 }')" 标题

# The suite's own lines are held to what is asked of a user's.
for file in lib/data/*.tsv; do
	case $file in
	*/html-entities.tsv | */chinese.tsv) continue ;;
	esac
	rm -f "$tmp/own"/*
	# Of the townships, which are many, one in twenty.
	awk 'NR < 3000 || NR % 20 == 0' "$file" >"$tmp/own/${file##*/}"
	"$bin/check" -d "$tmp/own" </dev/null 2>&1
done >"$tmp/out"
is 'the files built in, as a user'"'"'s' "$(cat "$tmp/out")" ''

# Whatever a filter needs itself, it refuses a line that can never apply.
own numerals.tsv '甲乙\t1'
said() { "$@" </dev/null 2>&1; echo "status $?"; }
for filter in extract extract-office extract-pdf sectionize tabulate check pinpoint; do
	is "$filter refuses what it does not read" "$(said "$bin/$filter" -d "$tmp/own")" \
	    "$filter: $tmp/own/numerals.tsv:2: column 1: not one character: 甲乙
status 2"
done
mkdir "$tmp/second"
is 'a second folder' "$(said "$bin/check" -d "$tmp/second" -d "$tmp/own")" \
    "check: $tmp/own: a second folder of data
status 2"

# Headers, and files that are not read.
header() { rm -f "$tmp/own"/*; printf '%b\n' "$2" >"$tmp/own/$1"; }
refuses() {
	is "$1" "$(said "$bin/check" -d "$tmp/own")" "check: $tmp/own/$2
status 2"
}
header units.tsv '件\t件\tcount'
refuses 'no header line' 'units.tsv:1: column 1: the file has no column 件 here; its header line is: word\x09name\x09kind\x09power'
header units.tsv 'word\tkind\tname'
refuses 'columns in another order' 'units.tsv:1: column 6: the file has no column kind here; its header line is: word\x09name\x09kind\x09power'
header units.tsv 'word\t\tname\tkind'
refuses 'a column without a name' 'units.tsv:1: column 6: the file has no column  here; its header line is: word\x09name\x09kind\x09power'
header units.tsv 'word\tname\tkind\tmore'
refuses 'a column too many' 'units.tsv:1: column 16: the file has no column more here; its header line is: word\x09name\x09kind\x09power'
header units.tsv '# word\tname\tkind\nword\tname\tkind'
refuses 'a comment before the header' 'units.tsv:1: no header line, which is: word\x09name\x09kind\x09power'
rm "$tmp/own"/*
: >"$tmp/own/units.tsv"
refuses 'an empty file' 'units.tsv:1: no header line, which is: word\x09name\x09kind\x09power'
for name in units.csv Units.tsv units.TXT; do
	header "$name" 'word\tname\tkind'
	refuses "$name" "$name: is not read: name it in small letters, and .tsv"
done
header html-entities.tsv 'AElig\t00C7'
refuses 'the names of HTML' \
    "html-entities.tsv: these names are HTML's own and stay as they are (nianbao-data(5))"
header chinese.tsv 'show this help\t帮助'
refuses "the programs' own words" "chinese.tsv: these words are the programs' own and stay as they are (nianbao-data(5))"
header README.txt 'ours'
is 'notes beside the files' "$(said "$bin/check" -d "$tmp/own")" 'status 0'
rm "$tmp/own"/*
mkdir "$tmp/own/units.tsv"
refuses 'a folder' 'units.tsv: Is a directory'
rmdir "$tmp/own/units.tsv"

# What extract reads.
printf '<p>你在这里：首页 &gt; 年报</p><p>青石镇年度报告</p>' >"$tmp/page.html"
crumb() {
	"$bin/extract" -q "$@" "$tmp/page.html" | awk -F'\t' '/你在这里/ { print $4 }'
}
is 'breadcrumbs as built in' "$(crumb)" ''
own breadcrumbs.tsv 'start\t你在这里'
is 'breadcrumbs of the overlay' "$(crumb -d "$tmp/own")" furniture
if command -v python3 >"$tmp/out"; then
	python3 tests/lib/word.py "$tmp"
	own list-numerals.tsv 'decimal\t0\tdigits\t〇一二三四五六七八九'
	is 'numbers of lists' "$("$bin/extract" -q -d "$tmp/own" "$tmp/lists.docx" |
	    cut -f9 | grep -c '^([一二三四五六七八九]*) decimal ')" \
	    "$("$bin/extract" -q "$tmp/lists.docx" | cut -f9 | grep -c '^([1-9]*) decimal ')"
else
	skip 'numbers of lists' 'no python3 here'
fi
pdf=tests/fixtures/pdf/no-rules.pdf
paragraph() { "$bin/extract" -q "$@" "$pdf" 2>"$tmp/err" | cut -f9 | grep '举报。'; }
if grep -q 'built without a PDF reader' "$tmp/err" || ! paragraph >"$tmp/out"; then
	skip 'classes of characters' 'built without a PDF reader'
else
	own char-classes.tsv 'sentence-end\t!' 'clause-end\t!'
	is 'classes of characters, in the reader of PDFs' \
	    "$(paragraph -d "$tmp/own")" "$(cat "$tmp/out")附表"
fi

# Words that a conversion exchanged: the longest counts, and what they begin with
# stays what it is elsewhere.
sed -i 's/大抵两幢/7/; s/^规矩/檔案夾/' "$tmp/report.txt"
"$bin/extract" -q "$tmp/report.txt" >"$tmp/extracted"
own converted-words.tsv '规则\t规章' '檔案夾\t规范性文件'
is 'a longer word, and one whose first character is no other' \
    "$(cells -d "$tmp/own" | tr ' ' '\n' | grep made)" 'proactive.regulations@made=7
proactive.normative@made=2'
plan "$tap_n"

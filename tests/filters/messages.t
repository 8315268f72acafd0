#!/bin/sh
# What a terminal would obey, or show nothing of, stands as an escape wherever
# something of the input is shown: one name with each kind of it, through every
# message and every page.
. tests/lib/tap.sh
PATH=$root/bin:$PATH

# raw KIND: the bytes; told KIND: how they are shown.
kinds='escape bell delete c1 bidi isolate mark zero-width joiner bom soft-hyphen
filler variation tag separator annotation cut-short surrogate overlong latin'
raw() {
	case $1 in
	escape) printf '\033[31m' ;;
	bell) printf '\a' ;;
	delete) printf '\177' ;;
	c1) printf '\302\233' ;;
	bidi) printf '\342\200\256' ;;
	isolate) printf '\342\201\246' ;;
	mark) printf '\330\234' ;;
	zero-width) printf '\342\200\213' ;;
	joiner) printf '\342\201\240' ;;
	bom) printf '\357\273\277' ;;
	soft-hyphen) printf '\302\255' ;;
	filler) printf '\343\205\244' ;;
	variation) printf '\363\240\204\200' ;;
	tag) printf '\363\240\201\201' ;;
	separator) printf '\342\200\250' ;;
	annotation) printf '\357\277\271' ;;
	cut-short) printf '\344\272' ;;
	surrogate) printf '\355\240\200' ;;
	overlong) printf '\300\257' ;;
	latin) printf '\351' ;;
	esac
}
told() {
	case $1 in
	escape) echo '\x1B[31m' ;;
	bell) echo '\x07' ;;
	delete) echo '\x7F' ;;
	c1) echo '\u009B' ;;
	bidi) echo '\u202E' ;;
	isolate) echo '\u2066' ;;
	mark) echo '\u061C' ;;
	zero-width) echo '\u200B' ;;
	joiner) echo '\u2060' ;;
	bom) echo '\uFEFF' ;;
	soft-hyphen) echo '\u00AD' ;;
	filler) echo '\u3164' ;;
	variation) echo '\U000E0100' ;;
	tag) echo '\U000E0041' ;;
	separator) echo '\u2028' ;;
	annotation) echo '\uFFF9' ;;
	cut-short) echo '\xE4\xBA' ;;
	surrogate) echo '\xED\xA0\x80' ;;
	overlong) echo '\xC0\xAF' ;;
	latin) echo '\xE9' ;;
	esac
}
name_of() {
	how=$1
	shift
	for kind; do
		printf '%s局' "$($how "$kind")"
	done
}
# shellcheck disable=SC2086 # words
name=$(name_of raw $kinds) shown=$(name_of told $kinds)
# By a pattern of the bytes: what may stand in an output.
hides() {
	LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]\|\302[\200-\237\255]\|\342\200[\213-\217\250-\256]\|\342\201[\240-\257]\|\357\273\277')" "$1" ||
	    ! iconv -f UTF-8 -t UTF-8 "$1" >/dev/null 2>&1
}
# clean NAME FILE TIMES: nothing hidden in it, and the name as it is to be shown.
clean() {
	if hides "$2"; then
		tap_fail "$1: nothing is hidden"
		LC_ALL=C head -3 "$2" | cat -v | sed 's/^/# /'
	else
		tap_pass "$1: nothing is hidden"
	fi
	is "$1: the name is shown, by escapes" \
	    "$(grep -cF "$shown" "$2")" "$3"
}

# The awk of the scripts says the same as the filters, of every kind by itself.
for kind in $kinds; do
	raw "$kind"
	echo
done >"$tmp/kinds"
for kind in $kinds; do
	told "$kind"
done >"$tmp/kinds.told"
LC_ALL=C awk -f pipelines/shown.awk -f /dev/stdin "$tmp/kinds" >"$tmp/out" <<'A'
{ print shown($0) }
A
same 'the scripts show each kind' "$tmp/out" "$tmp/kinds.told"
while IFS= read -r line; do
	"$bin/check" "$tmp/none$line" 2>&1
done <"$tmp/kinds" | sed "s|.*/none||; s|: No such.*||" >"$tmp/out"
same 'and so do the filters' "$tmp/out" "$tmp/kinds.told"
printf '甲乙\\t丙\\\\t\\n·“”…　１㎡\360\240\200\200\357\277\275\n' >"$tmp/plain"
is 'what can be seen stays as it is' "$(LC_ALL=C awk -f pipelines/shown.awk \
    -f /dev/stdin "$tmp/plain" <<'A'
{ print shown($0), shown_field($0) }
A
)" '甲乙 丙\t ·“”…　１㎡𠀀� 甲乙 丙\\t ·“”…　１㎡𠀀�'
printf 'a\342\200\256b\\\\c\n' >"$tmp/plain"
is 'a field stays a field' "$(LC_ALL=C awk -f pipelines/shown.awk \
    -f /dev/stdin "$tmp/plain" <<'A'
{ print shown_field($0) }
A
)" 'a\\u202Eb\\c'

# Every filter: a file that is not there, an option that does not exist.
for filter in sectionize tabulate check pinpoint aggregate reuse extract-office extract-pdf; do
	"$bin/$filter" "$tmp/no$name" >/dev/null 2>"$tmp/err" </dev/null
	clean "$filter, of a file" "$tmp/err" 1
	"$bin/$filter" "--no$name" >/dev/null 2>"$tmp/err" </dev/null
	clean "$filter, of an option" "$tmp/err" 1
done
"$bin/check" --rules "$tmp/no$name" </dev/null >/dev/null 2>"$tmp/err"
clean 'check, of its rules' "$tmp/err" 1

# Records: of a document, of what it states.
fact() {
	printf '%s\t\t%s\t2023\t2021\t%s\t%s\t%s\t件\tnumber\ttable\tL1\t7\n' "$@"
}
{
	fact "$name" "$name" requests.new "$name" 'x'
	fact other 云河县 requests.new total 7
	fact "$name" "$name" requests.new total 7
	fact "$name" "$name" "$name"
} >"$tmp/facts"
for filter in check pinpoint aggregate; do
	"$bin/$filter" "$tmp/facts" >/dev/null 2>"$tmp/err"
	clean "$filter, of records" "$tmp/err" 2
done
printf 'meta\n' | cat - "$tmp/facts" | "$bin/tabulate" >/dev/null 2>"$tmp/err"
ok 'tabulate, of other records' [ "$(hides "$tmp/err"; echo $?)" = 1 ]

# Names of files that are no UTF-8 are read as GBK: the rest of the kinds.
# shellcheck disable=SC2086 # words
set -- ${kinds%%cut-short*}
name=$(name_of raw "$@") shown=$(name_of told "$@")
"$bin/extract" "$tmp/no$name" >/dev/null 2>"$tmp/err" </dev/null
clean 'extract, of a file' "$tmp/err" 1
"$bin/extract" "--no$name" >/dev/null 2>"$tmp/err" </dev/null
clean 'extract, of an option' "$tmp/err" 1

# A folder of documents with such names: what annual makes of it.
mkdir "$tmp/in"
report() {
	printf '%s2023年政府信息公开工作年度报告\n' "$1"
	cat <<'H'
<table><tr><td colspan=3 rowspan=3>（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan=7>申请人情况</td></tr>
<tr><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr>
<tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>
<tr><td colspan=3>一、本年新收政府信息公开申请数量</td><td>3</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>9</td></tr></table>
H
}
{ echo '<html><body><p>'; report 云河县水务局; } >"$tmp/in/$name.html"
printf '\377\330\377\340nothing' >"$tmp/in/no$name.jpg"
printf 'PK\003\004' >"$tmp/in/bad$name.docx"
"$bin/annual" -l en -o "$tmp/out.d" "$tmp/in" >"$tmp/overview" 2>"$tmp/err"
clean 'annual, what it says' "$tmp/err" 2
ok 'annual, its overview' [ "$(hides "$tmp/overview"; echo $?)" = 1 ]
clean 'annual, its page' "$tmp/out.d/report.html" 3
cut -f3- "$tmp/out.d/rejects.tsv" >"$tmp/reasons"
ok 'annual, its reasons' [ "$(hides "$tmp/reasons"; echo $?)" = 1 ]

# The office is called so: in the overview, in the page, in its letter.
awk -F '\t' -v OFS='\t' -v name="$name" '{ $3 = name } $6 == "structure.office" {
    $13 = name } { print }' "$tmp/out.d/facts.tsv" >"$tmp/facts"
"$bin/check" --lang en "$tmp/facts" >"$tmp/findings"
"$bin/return-notes" -o "$tmp/notes" -l en -f "$tmp/facts" "$tmp/findings" \
    >"$tmp/list" 2>"$tmp/err"
# Without the backslashes of Markdown.
cat "$tmp"/notes/*.md | sed 's/\\\([][`*_<>#&\\]\)/\1/g' >"$tmp/note"
ok 'return-notes, what it says' [ "$(hides "$tmp/err"; echo $?)" = 1 ]
ok 'return-notes, which notes' [ "$(hides "$tmp/list"; echo $?)" = 1 ]
clean 'return-notes, a letter' "$tmp/note" 2
"$bin/report" -f "$tmp/findings" "$tmp/facts" >"$tmp/page"
ok 'the page of such an office' [ "$(hides "$tmp/page"; echo $?)" = 1 ]
mkdir "$tmp/of"
cp "$tmp/facts" "$tmp/findings" "$tmp/of"
mv "$tmp/of/facts" "$tmp/of/facts.tsv"
mv "$tmp/of/findings" "$tmp/of/findings.tsv"
printf 'number\n1\t9\t错误\t%s\t2023\t%s\tQ-SUM\t1\t\tL1\t%s\n' "$name" "$name" \
    "$name" >"$tmp/of/faults.tsv"
printf '%s\trejected\t%s\n' "$name" "$name" >"$tmp/of/rejects.tsv"
results=results LC_ALL=C awk -f pipelines/shown.awk -f pipelines/terminal.awk -f pipelines/overview.awk \
    "$tmp/of/facts.tsv" "$tmp/of/findings.tsv" "$tmp/of/faults.tsv" \
    "$tmp/of/rejects.tsv" >"$tmp/overview"
clean 'the overview of such an office' "$tmp/overview" 3

# Messages of findings: they name the copy that a report is set against.
sed "s/^/copy /" "$tmp/facts" | cat "$tmp/facts" - >"$tmp/copies"
"$bin/check" -v fail --lang en "$tmp/copies" | cut -f13 >"$tmp/messages"
ok 'messages of findings' [ "$(hides "$tmp/messages"; echo $?)" = 1 ]
ok 'have it as a field has escapes' grep -qF \
    "$(printf '%s' "$shown" | sed 's/\\/&&/g')" "$tmp/messages"
plan "$tap_n"

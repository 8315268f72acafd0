#!/bin/sh
# export: into every target as many records as came, or status 2 and nothing
# changed.
. tests/lib/tap.sh
. tests/lib/postgres.sh
. tests/lib/duckdb.sh
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
TMPDIR=$tmp
export TMPDIR

# Facts as they are, and such as no report should have.
"$bin/extract" -q examples/reports.tar.gz 2>/dev/null | "$bin/sectionize" |
    "$bin/tabulate" -q >"$tmp/plain"
# fact DOC VALUE RAW [STATE]
fact() {
	printf '%s\t云河县\t北桥镇\t2023\t2021\trequests.new\ttotal\t%s\t件\t%s\ttable\tL1\t%s\n' \
	    "$1" "$2" "${4:-number}" "$3"
}
{
	cat "$tmp/plain"
	fact 'a\tb\\c\nd\re.txt' 1 'tab\there, "quoted"\nnext'
	fact '' 2 'a row without a document'
	fact 'null.txt' '' '\\N' blank
	fact 'end.txt' '' '\\.' na
	fact 'copy.txt' 3 '\\x41\\101\\b'
	fact 'quote.txt' 4 "'it''s \"so\"', \$\$ ; drop table facts"
	fact 'formula.txt' 5 '=HYPERLINK("http://x")'
	fact 'formula.txt' 6 '＝1+1'
	fact 'formula.txt' 7 '@SUM(A1)'
	fact 'formula.txt' -8 '-8'
	fact 'formula.txt' '' '--' na
	fact 'formula.txt' '' '－－' na
	fact 'formula.txt' 9 '-9件'
	fact 'formula.txt' 9 "'already"
	fact 'formula.txt' 9 '\t=1'
	fact 'spaces.txt' 9 ' 12 '
	fact 'twice.txt' 9 9
	fact 'twice.txt' 9 9
	fact 'long.txt' 123456789012345678901234567890 x
	fact 'long.txt' 18446744073709551616 x
	fact 'long.txt' 0.1234567890123456789 x
	fact 'long.txt' 1.50 x
	fact 'long.txt' 0.00001 x
	fact 'long.txt' 999999999999999999 x
	fact 'control.txt' 1 "$(printf 'a\001b\033[31m\177')"
	printf 'bare.txt\t\t\t\t\tstructure.published\tdate\t20240131\t\tnumber\tstructure\t\t\n'
} >"$tmp/facts"
"$bin/check" --lang zh "$tmp/plain" >"$tmp/findings" 2>/dev/null
{
	# shellcheck disable=SC1003
	printf '\t云河县\t南湖区\t2023\tR-MISSING\tduty\tfail\t\t\t\t\t\t没有报告\n'
	printf 'a\\tb\\\\c\\nd\\re.txt\t\t\t2023\tX\tnote\tpass\twhere\t1..2\t3\tr@c\tL1\t"x", y\n'
} >>"$tmp/findings"
"$bin/extract" -q examples/reports.tar.gz 2>/dev/null | "$bin/sectionize" |
    "$bin/tabulate" -q -H --documents "$tmp/documents" >"$tmp/headed"
"$bin/aggregate" -H -g year,item -s count,sum,median "$tmp/plain" >"$tmp/summary" 2>/dev/null

# The program itself, not what chooses one each time.
python=$(python3 -c 'import sys; print(sys.executable)')
stored() { "$python" -S tests/lib/stored.py "$@"; }
export_to() { "$bin/export" --to "$@"; }

# CSV, byte by byte
{ fact a.txt 1.5 '=1+1, "x"'; fact b.txt '' '' blank; } >"$tmp/two"
printf 'doc,region,org,year,form,item,col,value,unit,state,source,loc,raw\r\na.txt,云河县,北桥镇,2023,2021,requests.new,total,1.5,件,number,table,L1,"'"'"'=1+1, ""x"""\r\nb.txt,云河县,北桥镇,2023,2021,requests.new,total,,件,blank,table,L1,\r\n' >"$tmp/want"
export_to csv "$tmp/two" >"$tmp/out"
same 'CSV: a formula defused, numbers bare, nothing for nothing' "$tmp/out" "$tmp/want"
{ printf '\357\273\277'; sed "s/\"'=1/\"=1/" "$tmp/want"; } >"$tmp/want2"
export_to csv --bom --verbatim -o "$tmp/file.csv" "$tmp/two"
same 'with a mark, verbatim, into a file' "$tmp/file.csv" "$tmp/want2"
is 'with the rights of a new file' "$(stat -c %a "$tmp/file.csv")" \
    "$(touch "$tmp/touched" && stat -c %a "$tmp/touched")"
printf 'sum\n1\n\n' >"$tmp/sums"
is 'a line of nothing is a line' "$(export_to csv "$tmp/sums" | tr '\r\n' '$|')" 'sum$|1$|""$|'
export_to csv --verbatim "$tmp/facts" >"$tmp/csv"
stored csv "$tmp/csv" >"$tmp/got"
same 'CSV: all facts, as they were' "$tmp/got" "$tmp/facts"
export_to csv "$tmp/facts" >"$tmp/csv"
stored defused "$tmp/csv" >"$tmp/got"
same 'and defused, one apostrophe taken away' "$tmp/got" "$tmp/facts"
is 'no cell is a formula' "$(stored formulas "$tmp/csv")" ''

# NDJSON
export_to ndjson "$tmp/two" >"$tmp/out"
cat >"$tmp/want" <<'EOS'
{"doc":"a.txt","region":"云河县","org":"北桥镇","year":2023,"form":"2021","item":"requests.new","col":"total","value":1.5,"unit":"件","state":"number","source":"table","loc":"L1","raw":"=1+1, \"x\""}
{"doc":"b.txt","region":"云河县","org":"北桥镇","year":2023,"form":"2021","item":"requests.new","col":"total","value":null,"unit":"件","state":"blank","source":"table","loc":"L1","raw":null}
EOS
same 'NDJSON' "$tmp/out" "$tmp/want"
for records in facts findings; do
	export_to ndjson "--$records" "$tmp/$records" >"$tmp/ndjson"
	stored ndjson "$tmp/ndjson" >"$tmp/got"
	same "NDJSON: all $records, numbers as numbers" "$tmp/got" "$tmp/$records"
done

# A data package
all="--facts=$tmp/facts --findings=$tmp/findings --summary=$tmp/summary $tmp/documents"
# shellcheck disable=SC2086
status 'a data package' 0 "$bin/export" --to package -o "$tmp/pack" $all
is 'is as its description says' "$(stored package "$tmp/pack")" ''
stored csv "$tmp/pack/facts.csv" >"$tmp/got"
same 'all facts' "$tmp/got" "$tmp/facts"
stored csv "$tmp/pack/findings.csv" >"$tmp/got"
same 'all findings' "$tmp/got" "$tmp/findings"
stored csv "$tmp/pack/summary.csv" >"$tmp/got"
sed 1d "$tmp/summary" >"$tmp/want"
same 'all of the summary' "$tmp/got" "$tmp/want"
stored csv "$tmp/pack/documents.csv" >"$tmp/got"
sed 1d "$tmp/documents" >"$tmp/want"
same 'all documents' "$tmp/got" "$tmp/want"
if npm_find datapackage; then
	is 'Frictionless reads all of it, and finds nothing wrong' \
	    "$(node tests/lib/datapackage/validate.js "$tmp/pack")" \
	    "$(printf '%s\n' "facts $(wc -l <"$tmp/facts")" "findings $(wc -l <"$tmp/findings")" \
		"summary $(($(wc -l <"$tmp/summary") - 1))" \
		"documents $(($(wc -l <"$tmp/documents") - 1))")"
	cp -R "$tmp/pack" "$tmp/spoilt"
	sed -i '2s/number/good/' "$tmp/spoilt/facts.csv"
	is 'as it does where a word is wrong' "$(node tests/lib/datapackage/validate.js \
	    "$tmp/spoilt" | tail -n 1)" \
	    'The value "good" does not conform to the "enum" constraint for column "state"'
else
	skip 'Frictionless reads all of it' "$npm_missing"
fi
status 'again' 0 "$bin/export" --to package -o "$tmp/pack/" --facts "$tmp/plain"
is 'it is another one' "$(ls -A "$tmp/pack" | tr '\n' ' ')$(stored package "$tmp/pack")" \
    'datapackage.json facts.csv '
: >"$tmp/pack/README"
status 'a folder with more in it' 2 "$bin/export" --to package -o "$tmp/pack" "$tmp/facts"
is 'is left alone' "$(ls -A "$tmp/pack" | tr '\n' ' ')$(stored package "$tmp/pack" | cut -c1-5)" \
    'README datapackage.json facts.csv files'
rm "$tmp/pack/README"

# Parquet, by DuckDB of CSV
if duckdb_find; then
	for records in facts findings; do
		export_to csv --verbatim -o "$tmp/$records.csv" "--$records" "$tmp/$records"
		duckdb "copy (select * from read_csv('$tmp/$records.csv', header = true, delim = ',',
			quote = '\"', escape = '\"', all_varchar = true)) to '$tmp/all.parquet' (format parquet);
		    select coalesce(columns(*), '') from '$tmp/all.parquet'" >"$tmp/got"
		same "Parquet: all $records" "$tmp/got" "$tmp/$records"
	done
else
	skip 'Parquet' "$duckdb_missing"
fi

# SQLite
db=$tmp/store.db
sql() { sqlite3 "$db" "$@"; }
# holds NAME FACTS FINDINGS: the store has these records and no others.
holds() {
	stored sqlite "$db" facts >"$tmp/got"
	stored sqlite "$db" findings >"$tmp/got2"
	cat "$tmp/got2" >>"$tmp/got"
	cat "$2" "$3" >"$tmp/want"
	same "$1" "$tmp/got" "$tmp/want"
}
# shellcheck disable=SC2086
status 'SQLite' 0 "$bin/export" --to sqlite -o "$db" $all
holds 'all facts and findings' "$tmp/facts" "$tmp/findings"
for records in summary documents; do
	stored sqlite "$db" $records >"$tmp/got"
	sed 1d "$tmp/$records" >"$tmp/want"
	same "all $records" "$tmp/got" "$tmp/want"
done
is 'years are numbers, values too, nothing is NULL' "$(sql "select typeof(year),
    typeof(value), typeof(region), count(*) from facts where doc in ('bare.txt', 'null.txt',
    'twice.txt') group by 1, 2, 3" | tr '\n' ' ')" \
    'integer|integer|text|2 integer|null|text|1 null|integer|null|1 '
is 'what no binary number says is beside it' "$(sql "select value_exact from facts
    where doc = 'long.txt' order by rowid" | tr '\n' ' ')" \
    '123456789012345678901234567890 18446744073709551616 0.1234567890123456789 1.50 0.00001  '
is 'documents: a row each' "$(sql 'select count(*), count(distinct sha256), sum(found)
    from documents join (select distinct doc from facts) using (doc)')" \
    "14|14|$(sql "select sum(value) from facts where item = 'structure.cells' and
    col = 'found'")"
sql "create view mine as select org, \"requests.new\" from wide where year = 2023;
    create index mine_too on facts (unit); create table notes (t); insert into notes values (1)"
is 'wide: a row a report' "$(sql "select w.org, w.year, w.\"requests.new\",
    w.\"proactive.normative@made\" from wide w where org = '青石县柳桥镇' and year >= 2022")" \
    "$(sqlite3 "$db" "select distinct org, year,
    (select value from facts g where g.doc = f.doc and item = 'requests.new' and col = 'total'
	and source = 'table'),
    (select value from facts g where g.doc = f.doc and item = 'proactive.normative' and
	col = 'made') from facts f where org = '青石县柳桥镇' and year >= 2022
    order by doc")"
# series: what aggregate says, of the examples and of reports that want care.
awk -f tests/lib/unfold_facts.awk tests/facts/series.txt | cat "$tmp/plain" - >"$tmp/doubts"
"$bin/export" --to sqlite -o "$tmp/series.db" --facts "$tmp/doubts"
"$bin/aggregate" --lang zh --series -g office -s sum "$tmp/doubts" 2>/dev/null | awk -F'\t' '
$6 != "" { printf "%s|%s|%s|%s|%s|%.10g|%s|%s\n", $1, $2, $3, $4, $5, $6, $8, $9 }' |
    LC_ALL=C sort >"$tmp/followed"
# series_of: what the view says, as read from the standard input.
series_of() {
	awk -F'|' -v OFS='|' '{ $6 = sprintf("%.10g", $6); print }' | LC_ALL=C sort
}
series_query="select coalesce(office, org), series, label, year, unit, value, relation, caveat
    from series where value is not null"
sqlite3 "$tmp/series.db" "$series_query" | series_of >"$tmp/got"
ok 'there are some' [ "$(wc -l <"$tmp/followed")" -gt 500 ]
same 'series: a row an office, series and year, as aggregate has it' "$tmp/got" "$tmp/followed"

# A wide table, and a summary of series, are summaries by their headers.
"$bin/aggregate" --wide --states -H "$tmp/plain" >"$tmp/wide" 2>/dev/null
"$bin/aggregate" --series -H -g office -s sum,count "$tmp/plain" >"$tmp/series" 2>/dev/null
for records in wide series; do
	sed 1d "$tmp/$records" >"$tmp/want"
	for to in csv ndjson; do
		export_to $to "$tmp/$records" >"$tmp/out"
		stored $to "$tmp/out" 2>&1 | sed 's/^type of .*//; /^$/d' >"$tmp/got"
		same "$records as $to" "$tmp/got" "$tmp/want"
	done
	status "$records into SQLite" 0 "$bin/export" --to sqlite -o "$tmp/wide.db" "$tmp/$records"
	stored sqlite "$tmp/wide.db" summary >"$tmp/got"
	same 'all of it' "$tmp/got" "$tmp/want"
done
sqlite3 "$tmp/wide.db" 'drop table summary'
"$bin/export" --to sqlite -o "$tmp/wide.db" "$tmp/wide"
is 'cells are numbers, states are text' "$(sqlite3 "$tmp/wide.db" "select
    sum(\"requests.new@total\") from summary; select typeof(\"requests.new@total\"),
    typeof(\"requests.new@total.state\"), typeof(year), typeof(code) from summary
    where org = '清溪市'" | tr '\n' ' ')" \
    "$("$bin/aggregate" --copies -s sum -i requests.new -c total "$tmp/plain") integer|text|integer|null "

# By document: what comes again takes the place of what was there.
again=$(sed -n '1s/\t.*//p' "$tmp/plain")
{ fact "$again" 77 77; fact new.txt 5 5; } >"$tmp/more"
printf '\t云河县\t东山乡\t2023\tR-MISSING\tduty\tfail\t\t\t\t\t\t没有报告\n' >"$tmp/none"
status 'some documents come again' 0 "$bin/export" --to sqlite -o "$db" \
    --facts "$tmp/more" --findings "$tmp/none"
awk -F'\t' -v doc="$again" '$1 != doc && $1 != ""' "$tmp/facts" >"$tmp/rest"
cat "$tmp/rest" "$tmp/more" >"$tmp/facts2"
awk -F'\t' -v doc="$again" '$1 != doc && $1 != ""' "$tmp/findings" >"$tmp/findings2"
cat "$tmp/none" >>"$tmp/findings2"
holds 'in the place of their rows, findings too' "$tmp/facts2" "$tmp/findings2"
# The same bytes under another name are the same document; two of one run both stay.
moved=$(sed -n '2s/\t.*//p' "$tmp/documents")
awk -F'\t' -v OFS='\t' -v doc="$moved" '$1 == doc { $1 = "moved/1"; print; $1 = "moved/2"; print }' \
    "$tmp/documents" >"$tmp/moved"
fact moved/1 1 1 >"$tmp/moved.facts"
cp "$db" "$tmp/moved.db"
status 'a document comes under two other names' 0 "$bin/export" --to sqlite -o "$tmp/moved.db" \
    --facts "$tmp/moved.facts" --documents "$tmp/moved"
is 'and takes its own place' "$(sqlite3 "$tmp/moved.db" "select doc, count(*) from documents
    where doc like 'moved%' or doc = '$moved' group by 1; select count(*) from documents;
    select doc, count(*) from facts where doc like 'moved%' or doc = '$moved' group by 1" |
    tr '\n' ' ')" 'moved/1|1 moved/2|1 15 moved/1|1 '
printf 'a\\tb\\\\c\\nd\\re.txt\nnew.txt\nnever-there.txt\n' >"$tmp/names"
status 'documents are withdrawn' 0 "$bin/export" --to sqlite -o "$db" --withdraw "$tmp/names"
grep -v '^a.tb\|^new.txt' "$tmp/facts2" >"$tmp/facts3"
grep -v '^a.tb\|^new.txt' "$tmp/findings2" >"$tmp/findings3"
holds 'and nothing else' "$tmp/facts3" "$tmp/findings3"
# shellcheck disable=SC2086
status 'all is replaced' 0 "$bin/export" --to sqlite --replace -o "$db" $all
holds 'by what came' "$tmp/facts" "$tmp/findings"
is 'views, indexes and tables of others are there' "$(sql "select count(*) from mine;
    select count(*) from notes; select name from sqlite_master where name = 'mine_too'" |
    tr '\n' ' ')" "$(sql 'select count(*) from wide where year = 2023') 1 mine_too "
sqlite3 "$tmp/old.db" "create table facts (doc text not null, region text, org text,
    year integer, form text, item text not null, col text, value numeric, unit text,
    state text not null, source text not null, loc text, raw text);
    insert into facts (doc, item, state, source) values ('x', 'i', 'blank', 'table')"
before=$(cksum <"$tmp/old.db")
status 'a table of an older version is not added to' 2 \
    "$bin/export" --to sqlite -o "$tmp/old.db" "$tmp/two"
is 'it says why, and leaves it' "$(cksum <"$tmp/old.db") $(grep -c -e --replace "$tmp/err")" \
    "$before 1"
status 'it is replaced' 0 "$bin/export" --to sqlite --replace -o "$tmp/old.db" "$tmp/two"
stored sqlite "$tmp/old.db" facts >"$tmp/got"
same 'by what came' "$tmp/got" "$tmp/two"

printf 'year\tn"); drop table facts; --\tsum\n2023\t1\t2\n' >"$tmp/odd-names"
status 'names of a summary are no SQL' 2 "$bin/export" --to sqlite -o "$db" \
    --summary "$tmp/odd-names"
holds 'and nothing is changed' "$tmp/facts" "$tmp/findings"
# Two at once: one waits for the other.
for half in a b; do
	sed "s|^|$half/|" "$tmp/two" >"$tmp/half.$half"
	export_to sqlite -o "$tmp/old.db" "$tmp/half.$half" &
done
wait
stored sqlite "$tmp/old.db" facts | LC_ALL=C sort >"$tmp/got"
LC_ALL=C sort "$tmp/two" "$tmp/half.a" "$tmp/half.b" >"$tmp/want"
same 'two at once are both there' "$tmp/got" "$tmp/want"

# Headers, in whatever order, wherever they stand, and a byte order mark.
{
	printf '\357\273\277'
	"$bin/tabulate" -H </dev/null
	cat "$tmp/two"
	"$bin/tabulate" -H </dev/null | cut -f13,1-12
	cut -f13,1-12 "$tmp/two"
} | awk -F'\t' -v OFS='\t' '
# The last field first.
NR > 1 && $1 == "doc" { turned = 1 }
turned { first = $NF; for (i = NF; i > 1; i--) $i = $(i - 1); $1 = first }
{ print }' | sed 's/$/\r/' >"$tmp/headed"
cat "$tmp/two" "$tmp/two" >"$tmp/want"
export_to csv --verbatim "$tmp/headed" >"$tmp/csv"
stored csv "$tmp/csv" >"$tmp/got"
same 'headers say which field is which' "$tmp/got" "$tmp/want"
{ "$bin/check" -H </dev/null; cat "$tmp/findings"; } >"$tmp/headed"
is 'and which type of records' "$("$bin/export" --to csv "$tmp/headed" | cksum)" \
    "$("$bin/export" --to csv --findings "$tmp/findings" | cksum)"
"$bin/export" --to csv "$tmp/summary" >"$tmp/csv"
stored csv "$tmp/csv" >"$tmp/got"
sed 1d "$tmp/summary" >"$tmp/want"
same 'a summary is one by its header' "$tmp/got" "$tmp/want"
export_to csv "$tmp/facts" >"$tmp/csv"
for n in 1 4095; do
	"${BUILD:-build}/tests/lib/drip" $n "$bin/export" --to csv - <"$tmp/two" >"$tmp/out"
	is "the same read by $n" "$(cksum <"$tmp/out")" "$(export_to csv "$tmp/two" | cksum)"
done
LC_ALL=C "$bin/export" --to csv "$tmp/facts" >"$tmp/out"
same 'the same in the C locale' "$tmp/out" "$tmp/csv"
is 'an escape that is none is its letter' "$(fact a 1 'x\"y' | "$bin/export" --to ndjson |
    tail -c 8)" '"x\"y"}'

for value in -0 007 -0.50; do
	fact a.txt $value x >"$tmp/odd"
	rm -f "$tmp/odd.db"
	export_to sqlite -o "$tmp/odd.db" "$tmp/odd"
	is "$value is a number, its text is kept" "$(sqlite3 "$tmp/odd.db" \
	    'select value + 0 = value, value_exact from facts')" "1|$value"
done
is 'JSON has no zeros in front' "$(export_to ndjson "$tmp/odd" | grep -o '"value":[^,]*')$(
    fact a 007 x | "$bin/export" --to ndjson | grep -o '"value":[^,]*')" \
    '"value":-0.50"value":7'

# What is no record, between good ones: nothing changes anywhere.
line=$(fact a.txt 1 x)
head -c 9000000 /dev/zero | tr '\0' x >"$tmp/longline"
# bad NUMBER: prints one such line; its name in $bad_name.
bad() {
	case $1 in
	1) bad_name='a short line'; fact a.txt 1 x | cut -f1-12 ;;
	2) bad_name='a long line'; printf '%s\tmore\n' "$line" ;;
	3) bad_name='an empty line'; echo ;;
	4) bad_name='a NUL'; fact a.txt 1 'x?y' | tr '?' '\0' ;;
	5) bad_name='no UTF-8'; fact a.txt 1 "$(printf 'x\377')" ;;
	6) bad_name='no number'; fact a.txt 1e3 x ;;
	7) bad_name='no year'; echo "$line" | sed 's/2023/23/' ;;
	8) bad_name='no state'; fact a.txt 1 x good ;;
	9) bad_name='no item'; echo "$line" | sed 's/requests.new//' ;;
	10) bad_name='a finding'; tail -n 1 "$tmp/findings" ;;
	11) bad_name='a header of others'; "$bin/check" -H </dev/null ;;
	12) bad_name='a line without end'; cat "$tmp/longline"; echo ;;
	13) bad_name='a file that is not there'; ;;
	esac
}
cp -R "$tmp/pack" "$tmp/before-pack"
cp "$db" "$tmp/before-db"
cp "$tmp/file.csv" "$tmp/before-csv"
sum_of() { (cd "$1" && ls -A && cat ./*) | cksum; }
n=1
while [ $n -le 13 ]; do
	bad $n >"$tmp/line"
	{ cat "$tmp/two" "$tmp/line"; fact z.txt 1 z; } >"$tmp/bad"
	more=
	[ $n -ne 13 ] || more=$tmp/not-there
	trouble=
	want=
	set -- postgres "sqlite -o $db"
	# All targets hear of it in the same way.
	[ $n -gt 2 ] || set -- "$@" csv ndjson "csv -o $tmp/file.csv" "package -o $tmp/pack" \
	    "sqlite --replace -o $db" "sqlite -o $tmp/new.db"
	for to in "$@"; do
		want="$want 20"
		# shellcheck disable=SC2086
		"$bin/export" --to $to "$tmp/bad" $more >"$tmp/out" 2>"$tmp/err"
		trouble="$trouble $?$(wc -c <"$tmp/out" | tr -d ' ')"
		grep -q 'export: .*bad:3: \|not-there' "$tmp/err" || trouble="$trouble unsaid"
	done
	is "$bad_name: trouble, and nothing written" "$trouble" "$want"
	n=$((n + 1))
done
untouched() {
	is "$1" "$(cksum <"$db") $(cksum <"$tmp/file.csv") $(sum_of "$tmp/pack")" \
	    "$(cksum <"$tmp/before-db") $(cksum <"$tmp/before-csv") $(sum_of "$tmp/before-pack")"
	is "$1: nothing is left behind" "$(find "$tmp" -name '*.??????' -newer "$tmp/before-db" |
	    grep -v before; ls "$tmp/new.db"* 2>/dev/null)" ''
}
untouched 'whatever was wrong, all is as it was'
is 'it does not complain for ever' "$(yes | head -n 100 | "$bin/export" --to csv 2>&1 |
    wc -l | tr -d ' ')" 21

# Writes that fail, and a kill in the middle.
# limited ARGUMENT...: with no room for files of more than 100 KiB.
limited() { sh -c 'ulimit -f 200; exec "$@"' sh "$bin/export" "$@"; }
status 'no room for a file' 2 limited --to csv -o "$tmp/file.csv" "$tmp/facts"
status 'nor for a package' 2 limited --to package -o "$tmp/pack" "$tmp/facts"
status 'nor for more in a store' 2 limited --to sqlite -o "$db" "$tmp/facts"
status 'nor for a new one' 2 limited --to sqlite -o "$tmp/new.db" "$tmp/facts"
status 'nor for what goes to standard output' 2 limited --to postgres "$tmp/facts"
is 'which has nothing then' "$(wc -c <"$tmp/out" | tr -d ' ')" 0
status 'a full disk' 2 "$bin/export" --to ndjson -o /dev/full "$tmp/facts"
ok 'a device stays one' [ -c /dev/full ]
status 'and full standard output' 2 sh -c '"$0" --to csv "$1" >/dev/full' "$bin/export" "$tmp/two"
status 'a folder that is not there' 2 "$bin/export" --to sqlite -o "$tmp/no/x.db" "$tmp/two"
status 'no database' 2 "$bin/export" --to sqlite -o "$tmp/facts" "$tmp/two"
untouched 'whatever failed, all is as it was'
"$bin/export" --to csv "$tmp/facts" 2>"$tmp/err" | :
is 'a closed pipe ends it quietly' "$(cat "$tmp/err")" ''
# killed ARGUMENT...: with half of the input read, and most of it written.
killed() {
	mkfifo "$tmp/fifo"
	"$bin/export" "$@" "$tmp/fifo" 2>/dev/null &
	victim=$!
	exec 7>"$tmp/fifo"
	for copy in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		sed "s|^|$copy/|" "$tmp/plain" || break
	done >&7
	kill -9 $victim
	wait $victim 2>/dev/null
	exec 7>&-
	rm "$tmp/fifo"
}
killed --to sqlite -o "$db"
holds 'killed in the middle, the store is as it was' "$tmp/facts" "$tmp/findings"
killed --to sqlite -o "$tmp/new.db"
killed --to csv -o "$tmp/file.csv"
killed --to package -o "$tmp/pack"
rm -rf "$tmp"/*.??????
untouched 'and files and folders are'

# Options that do not go together
for wrong in '' '--to nosuch' '--to sqlite' '--to package' '--to csv --replace' \
    '--to ndjson --bom' "--to ndjson --withdraw $tmp/names" '--nosuch'; do
	# shellcheck disable=SC2086
	status "export $wrong: refused" 2 "$bin/export" $wrong "$tmp/two"
done
# shellcheck disable=SC2086
status 'CSV of two types: refused' 2 "$bin/export" --to csv $all
status '--help' 0 "$bin/export" --help
matches 'tells the options' "$tmp/out" '^usage: export '
status '--version' 0 "$bin/export" --version

# PostgreSQL, a server of our own
if ! postgres_start; then
	skip 'PostgreSQL' 'no server here that can be started'
	plan "$tap_n"
	exit $tap_failed
fi
# psql_do ARGUMENT...: as load-postgres calls it.
psql_do() {
	# shellcheck disable=SC2086
	psql -X -q -v ON_ERROR_STOP=1 $postgres "$@"
}
# server_holds NAME FACTS FINDINGS: the database has these records and no others.
server_holds() {
	for table in facts findings; do
		psql_do -c "copy (select * from $table) to stdout with (null '')" |
		    LC_ALL=C sort
	done >"$tmp/got"
	{ LC_ALL=C sort "$2"; LC_ALL=C sort "$3"; } >"$tmp/want"
	same "$1" "$tmp/got" "$tmp/want"
}
# shellcheck disable=SC2086
"$bin/export" --to postgres $all >"$tmp/script"
status 'PostgreSQL' 0 psql_do -f "$tmp/script"
is 'it says nothing' "$(cat "$tmp/out" "$tmp/err")" ''
server_holds 'all facts and findings' "$tmp/facts" "$tmp/findings"
query="select doc, office, year, \"requests.new\", \"proactive.normative@made\" from wide
    where doc <> 'long.txt'"
is 'the same panel as SQLite' "$(psql_do -At -c "$query" | LC_ALL=C sort)" \
    "$(sql "$query" | LC_ALL=C sort)"
query='select office, series, year, value, least, most, reports, form, relation, caveat
    from series where office is not null'
# shortest: figures without zeros at their ends.
shortest() { sed -E 's/(\.[0-9]*[1-9])0+[|]/\1|/g; s/\.0+[|]/|/g' | LC_ALL=C sort; }
psql_do -At -c "$query" | shortest >"$tmp/got"
sql "$query" | shortest >"$tmp/want2"
same 'the same series' "$tmp/got" "$tmp/want2"
"$bin/export" --to postgres "$tmp/wide" | psql_do -c 'create schema panel' \
    -c 'set search_path = panel' -f -
psql_do -c "copy (select * from panel.summary) to stdout with (null '')" | LC_ALL=C sort >"$tmp/got"
sed 1d "$tmp/wide" | LC_ALL=C sort >"$tmp/want"
same 'all of a wide table' "$tmp/got" "$tmp/want"
psql_do -c 'create schema doubts' -c 'set search_path = doubts, public' \
    -f - <<EOS >"$tmp/got2" 2>"$tmp/err"
$("$bin/export" --to postgres --facts "$tmp/doubts")
\\pset format unaligned
\\pset tuples_only on
$series_query;
drop schema doubts cascade;
EOS
series_of <"$tmp/got2" >"$tmp/got"
same 'as aggregate has them' "$tmp/got" "$tmp/followed"
psql_do -c 'create view mine as select org, "requests.new" from wide'
status 'again' 0 psql_do -f "$tmp/script"
server_holds 'and none is doubled' "$tmp/facts" "$tmp/findings"
"$bin/export" --to postgres --facts "$tmp/more" --findings "$tmp/none" >"$tmp/script2"
status 'some documents come again' 0 psql_do -f "$tmp/script2"
server_holds 'in the place of their rows' "$tmp/facts2" "$tmp/findings2"
"$bin/export" --to postgres --facts "$tmp/moved.facts" --documents "$tmp/moved" | psql_do
is 'the same bytes under other names are the same document' "$(psql_do -At -c "select doc,
    count(*) from documents where doc like 'moved%' or doc = '$moved' group by 1 order by 1" \
    -c 'select count(*) from documents' -c "select doc, count(*) from facts
    where doc like 'moved%' or doc = '$moved' group by 1" | tr '\n' ' ')" \
    'moved/1|1 moved/2|1 15 moved/1|1 '
psql_do -f "$tmp/script" && psql_do -f "$tmp/script2"
"$bin/export" --to postgres --withdraw "$tmp/names" >"$tmp/script3"
status 'documents are withdrawn' 0 psql_do -f "$tmp/script3"
server_holds 'and nothing else' "$tmp/facts3" "$tmp/findings3"
# A script that was cut anywhere, whatever psql was told.
bytes=$(wc -c <"$tmp/script")
for part in 10 50 80 95 99; do
	head -c $((bytes * part / 100)) "$tmp/script" |
	    psql_do --single-transaction >/dev/null 2>&1
done
server_holds 'a script that was cut changes nothing' "$tmp/facts3" "$tmp/findings3"
mkdir "$tmp/loaded"
cp "$tmp/facts" "$tmp/loaded/facts.tsv"
cp "$tmp/findings" "$tmp/loaded/findings.tsv"
# shellcheck disable=SC2086
status 'load-postgres' 0 "$root/pipelines/load-postgres" "$tmp/loaded" $postgres
server_holds 'replaces all' "$tmp/facts" "$tmp/findings"
is 'views on views are there' "$(psql_do -At -c 'select count(*) from mine')" \
    "$(sql 'select count(*) from wide')"
cp "$tmp/bad" "$tmp/loaded/facts.tsv"
sed 's/2023/23/' "$tmp/two" >>"$tmp/loaded/facts.tsv"
# shellcheck disable=SC2086
status 'load-postgres of what is no record' 2 "$root/pipelines/load-postgres" \
    "$tmp/loaded" $postgres
server_holds 'changes nothing' "$tmp/facts" "$tmp/findings"
psql_do -c "drop table facts cascade; create table facts (doc text not null, region text,
    org text, year integer, form text, item text not null, col text, value numeric, unit text,
    state text not null, source text not null, loc text, raw text)" 2>/dev/null
status 'a table of an older version' 0 psql_do -f "$tmp/script"
server_holds 'is used on' "$tmp/facts" "$tmp/findings"
postgres_stop
plan "$tap_n"

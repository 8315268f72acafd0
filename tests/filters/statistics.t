#!/bin/sh
# aggregate: every statistic beside what an oracle of fractions makes of made-up facts,
# and who is counted: copies, revisions, governments and those that they speak for.
. tests/lib/tap.sh
of_any_system 'statistics'
of_what_is_said 'statistics'
plan 37

if ! command -v python3 >/dev/null; then
	for n in $(seq 37); do
		skip "statistics $n" 'no python3'
	done
	exit
fi
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
made() { python3 tests/summary/facts.py "$1" "$2" all "$tmp/documents" >"$tmp/facts"; }

# agrees NAME OPTION...
agrees() {
	name=$1
	shift
	python3 tests/summary/oracle.py "$@" "$tmp/facts" >"$tmp/want"
	"$bin/aggregate" "$@" "$tmp/facts" >"$tmp/got" 2>"$tmp/err"
	same "$name" "$tmp/got" "$tmp/want"
}

made 1 "$(lots 400 100)"
every=records,count,sum,mean,sd,min,max,median,p0,p10,p99.5,p33.333333,p100,zero
every=$every,approx,blank,na,unreadable,absent
agrees 'all of them, of all' --copies --with-children -s $every
agrees 'by year and item' --copies --with-children -g year,item -s $every
agrees 'by most of the fields' --copies --with-children -g col,region,org,form,state -s $every
agrees 'by values' --copies --with-children -g value -s count,sd,median
agrees 'shares and ranks' --copies --with-children -g region,item -s sum,share,share-of-all,rank
agrees 'of one field' --copies --with-children -g item -s sum,share,share-of-all,rank
agrees 'years' --copies --with-children -g year,item -s sum,change,growth,index2018
agrees 'years in the middle' --copies --with-children -g item,year,col \
    -s change,growth,index2016,rank
agrees 'years of offices' --copies --with-children -g office,item,year -s change,growth
agrees 'a rate' --copies --with-children -g year --rate requests.results.open/requests.new
agrees 'two rates' --copies --with-children -g year,region -s count,rate2,rate,sum \
    --rate review.total/requests.new --rate requests.new/fees.charged
agrees 'codes' --copies --with-children -g code,province,city,county,level,year -s count,sum
agrees 'fields of documents' --copies --with-children --documents "$tmp/documents" \
    -g type,status,unreadable -s count,sum,p25

for seed in $(seq "$(lots 6 2)"); do
	made "$seed" 200
	for options in '-g year,item' '--copies -g year,item' '--with-children -g year,item' \
	    '--revisions first -g level,year' '--revisions error -g year,code' \
	    '-g region,year,item,col' '-g office,year,item' '-i requests.new -g province' \
	    "--documents $tmp/documents -i requests.new -g org,unreadable,year"; do
		# shellcheck disable=SC2086 # options
		python3 tests/summary/oracle.py $options -s records,sum,median "$tmp/facts" \
		    >"$tmp/want"
		# shellcheck disable=SC2086
		"$bin/aggregate" $options -s records,sum,median "$tmp/facts" >"$tmp/got" \
		    2>"$tmp/err"
		cmp "$tmp/got" "$tmp/want" >/dev/null || echo "$seed: $options" >>"$tmp/wrong"
	done
done
touch "$tmp/wrong"
is 'who is counted' "$(cat "$tmp/wrong")" ''
is 'and something is' "$([ -s "$tmp/want" ] && echo yes)" yes

# The archive once more, under other names; but for what is no report, which is not
# known from before.
awk -F '\t' 'NR == FNR { if ($6 == "structure.genre") no[$1]; next } !($1 in no)' \
    "$tmp/facts" "$tmp/facts" >"$tmp/reports"
sed 's/^/again-/' "$tmp/reports" | cat "$tmp/reports" - >"$tmp/twice"
count() { "$bin/aggregate" -g year,item -s records,sum,median "$@" 2>"$tmp/err"; }
copies() { sed -n 's/.*: \([0-9]*\) copies .*/\1/p' "$tmp/err"; }
count "$tmp/reports" >"$tmp/want"
copies >"$tmp/once"
count "$tmp/twice" >"$tmp/got"
same 'twice the archive is the same' "$tmp/want" "$tmp/got"
is 'but for the number of copies' "$(($(copies) > $(cat "$tmp/once")))" 1

# What facts do not tell, the records of the documents do.
awk -F '\t' '$11 != "structure"' "$tmp/facts" >"$tmp/figures"
count "$tmp/facts" >"$tmp/want"
count --documents "$tmp/documents" "$tmp/figures" >"$tmp/got"
same 'office, place, day and genre from the records' "$tmp/want" "$tmp/got"
{ head -5 "$tmp/documents"; head -1 "$tmp/documents"; echo x; } >"$tmp/few"
"$bin/aggregate" --documents "$tmp/few" -g status -s count "$tmp/facts" >"$tmp/got" 2>"$tmp/err"
is 'documents without a record are named, records of no use too' "$? $(
    grep -c 'no record of this document' "$tmp/err" | awk '{ print ($1 > 9) }') $(
    grep -c 'another record of a document: left out' "$tmp/err") $(
    grep -c '1 fields where documents have 21: left out' "$tmp/err")" '2 1 1 1'

# What comes of a report, in order of its documents: doc, region, org, day, figure, code.
report() {
	about() { printf '%s\t%s\t%s\t2023\t2021\t%s\t%s\t%s\t\tnumber\t%s\t\t%s\n' "$doc" \
	    "$region" "$org" "$@"; }
	doc=$1 region=$2 org=$3
	about structure.office count 1 structure "$3"
	[ -z "$4" ] || about structure.published date "$4" structure "$4"
	[ -z "${6:-}" ] || about structure.place code "$6" structure "$6"
	about requests.new total "$5" table "$5"
}
sum() { "$bin/aggregate" -s sum "$@" "$tmp/facts" 2>"$tmp/err"; }

{ report a 青石县 青石县财政局 20240301 10; report b 青石县 青石县财政局 20240401 12
  report c 青石县 青石县财政局 20240301 10; report d 青石县 青石县财政局 '' 7; } >"$tmp/facts"
is 'the newest copy is believed' "$(sum)" 12
is 'it is said how many there are' "$(cat "$tmp/err")" \
    'aggregate: 3 copies counted as one with their reports, 1 figures differ; --copies counts each'
is 'or the first one' "$(sum --revisions first)" 10
status 'or none' 2 "$bin/aggregate" --revisions error -s records,sum "$tmp/facts"
is 'nothing is counted then' "$(cat "$tmp/out")" '0	'
is 'each of them is named' "$(sed -n 's/: its copies .*//p' "$tmp/err" | sort | tr '\n' ' ')" \
    'aggregate: a aggregate: b aggregate: c aggregate: d '
sum --left-out "$tmp/list" >/dev/null
is 'the others are listed' "$(tr '\t' ' ' <"$tmp/list")" \
    'a 青石县 青石县财政局 2023 copy b
c 青石县 青石县财政局 2023 copy b
d 青石县 青石县财政局 2023 copy b'

{ report town 青石县 青石县柳桥镇 '' 1 530121104; report county 青石县 青石县 '' 20 530121
  report office 青石县 青石县财政局 '' 3 530121; report city 江州市 江州市 '' 100 530100
  report other 白塔县 白塔县 '' 40 530122; report far 玉溪市 玉溪市 '' 1000 530400
  report lost 青石县 青石县水务局 '' 5 ''; } >"$tmp/facts"
is 'a government speaks for all below it' "$(sum -g year --left-out "$tmp/list")" '2023	1100'
is 'how many is said' "$(cat "$tmp/err")" "aggregate: 5 reports left out, since that of a \
government above speaks for them; --with-children counts them"
is 'each with the nearest above' "$(cut -f1,5,6 "$tmp/list" | sort | tr '\t\n' ' ,')" \
    'county child city,lost child county,office child county,other child city,town child county,'
is 'all if asked for' "$(sum --with-children)" 1169
is 'offices are all there' "$(sum -g org | wc -l)" 7
is 'in their county the county' "$(sum -g county | tr '\t\n' ' ,')" ' 1105,530121 20,530122 40,'
is 'a header of the list' "$(sum -H --left-out "$tmp/list" >/dev/null; head -1 "$tmp/list")" \
    'doc	region	office	year	reason	instead'

# What is refused.
refused() {
	name=$1
	shift
	"$bin/aggregate" "$@" "$tmp/facts" >"$tmp/out" 2>"$tmp/err"
	is "$name" "$? $(wc -l <"$tmp/err") $(sed 's/^[^:]*: [^:]*: //; s/; try .*//' "$tmp/err")" \
	    "2 1 $want"
}
want='no such field; there are: doc region org year form item col value unit state source loc raw '
want="${want}office code province city county level sha256 type bytes url title period published "
want="${want}genre expected found blank unreadable status"
refused 'a field that there is not, with the list' -g town
want='such a field needs --documents'
refused 'a field of documents without these' -g sha256
want='change, growth and index need -g year'
refused 'years without years' -g item -s growth
want='no such statistic; see aggregate(1)'
refused 'a percentile above 100' -s p100.5

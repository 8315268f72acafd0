#!/bin/sh
# aggregate beside DuckDB, on a million facts: what both reckon exactly is the same byte
# by byte, what DuckDB has in binary is the same to six decimals.
. tests/lib/tap.sh
. tests/lib/duckdb.sh
plan 4

if ! duckdb_find; then
	for name in exact decimals years items; do
		skip "$name" "$duckdb_missing"
	done
	exit
fi

awk -v facts="$(lots 1000000 20000)" '
function figure(kind) {
	if (kind < 0.6)
		return int(60 * rand() * rand())
	if (kind < 0.7)
		return -int(99 * rand())
	if (kind < 0.9)
		return sprintf("%d.%06d", 1e5 * rand(), 1e6 * rand())
	return sprintf("%d%05d", 1e6 * rand(), 1e5 * rand())
}
function said(kind) {
	if (kind < 0.95)
		return "number"
	return kind < 0.96 ? "approx" : state[1 + int(states * rand())]
}
BEGIN {
	srand(5)
	states = split("blank na unreadable absent", state, " ")
	items = split("requests.new requests.results.open fees.charged review.total", item, " ")
	for (n = 0; n < facts; n++) {
		kind = rand()
		value = kind < 0.96 ? figure(kind) : ""
		print int(n / 40) "\t\t\t" (2015 + int(10 * rand())) "\t2021\t" \
		    item[1 + int(items * rand())] "\ttotal\t" value "\t\t" said(kind) \
		    "\ttable\t\t" value
	}
}' >"$tmp/facts"
fields='doc region org year form item col value unit state source loc raw'
columns=$(for field in $fields; do
	case $field in
	value) type='decimal(18,6)' ;;
	*) type=varchar ;;
	esac
	printf "'%s': '%s'," "$field" "$type"
done)
read="read_csv('$tmp/facts', delim='\\t', header=false, quote='', escape='', columns={$columns})"
of_state() { echo "count(*) filter (state = '$1')"; }

# sql SELECT GROUP: numbers without the zeros behind, nothing for NULL.
sql() {
	duckdb "set threads = 2; select $1 from $read group by $2 order by $2" |
	    sed 's/\\N//g; s/\(\.[0-9]*[1-9]\)0*\([^0-9]\|$\)/\1\2/g; s/\.00*\([^0-9]\|$\)/\1/g'
}
ours() { "$bin/aggregate" --copies --with-children "$@" "$tmp/facts"; }

sql "year, item, count(*), count(value), sum(value), min(value), max(value),
    $(of_state approx), $(of_state blank), $(of_state na), $(of_state unreadable),
    $(of_state absent), count(*) filter (value = 0)" year,item >"$tmp/want"
ours -g year,item -s records,count,sum,min,max,approx,blank,na,unreadable,absent,zero >"$tmp/got"
is 'counts and sums, exactly' "$(cmp "$tmp/want" "$tmp/got" 2>&1) $(wc -l <"$tmp/got")" ' 40'

# close WANT GOT: the same key, and figures that agree to six decimals as far as a binary
# number of 53 bits can.
close() {
	paste "$1" "$2" | awk -F '\t' '{
		n = NF / 2
		for (i = 1; i <= n; i++) {
			off = $i - $(n + i)
			size = $i < 0 ? -$i : $i
			if (i <= keys ? $i != $(n + i) : ($i == "") != ($(n + i) == "") ||
			    off * off > (6e-7 + 1e-13 * size) ^ 2)
				print NR ": " $i " " $(n + i)
		}
	}' keys="$3"
}
as_double() { echo "quantile_cont(value::double, $1)"; }
sql "year, item, avg(value), stddev_samp(value::double), $(as_double 0.5), $(as_double 0.1),
    $(as_double 0.995)" year,item >"$tmp/want"
ours -g year,item -s mean,sd,median,p10,p99.5 >"$tmp/got"
is 'means, deviations, percentiles' "$(close "$tmp/want" "$tmp/got" 2) $(wc -l <"$tmp/got")" ' 40'

duckdb "set threads = 2; with sums as (select item, year, sum(value) as total from $read
    group by item, year) select item, year, total - lag(total) over years,
    100 * (total::double - lag(total) over years) / lag(total::double) over years,
    100 * total::double / first(total::double) over years
    from sums window years as (partition by item order by year) order by item, year" |
    sed 's/\\N//g' >"$tmp/want"
ours -g item,year -s change,growth,index2015 >"$tmp/got"
is 'years' "$(close "$tmp/want" "$tmp/got" 2) $(wc -l <"$tmp/got")" ' 40'

duckdb "set threads = 2; with sums as (select year, item, sum(value) as total from $read
    group by year, item) select year, item, 100 * total::double / sum(total) over (partition
    by year), 100 * total::double / sum(total) over (), rank() over (partition by year order by
    total desc) from sums order by year, item" >"$tmp/want"
ours -g year,item -s share,share-of-all,rank >"$tmp/got"
is 'shares and ranks' "$(close "$tmp/want" "$tmp/got" 2) $(wc -l <"$tmp/got")" ' 40'

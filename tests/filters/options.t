# What the filters say to options that will not do, and limits that are met.
. tests/lib/tap.sh

# refused REASON FILTER OPTION...: status 2, REASON on stderr, nothing else.
refused() {
	option_reason=$1
	shift
	"$bin/$1" "$2" ${3+"$3"} ${4+"$4"} </dev/null >"$tmp/out" 2>"$tmp/err"
	is "$*" "$? $(wc -c <"$tmp/out")" '2 0'
	ok "$*: says why" grep -Eq -- "$option_reason" "$tmp/err"
}

refused 'verdicts are fail' check -v nosuch
refused 'verdicts are fail' check --verdict fail,nosuch
refused 'languages are zh and en' check --lang fr
refused 'No such|cannot' check --rules /no/such/file
refused 'no such|No such' check --roster /no/such/file
refused 'no such|No such' check --waivers /no/such/file
refused 'no such|No such' check --data /no/such/folder
refused 'no such statistic' aggregate -s nosuch
refused 'no such field' aggregate -g nosuch
refused 'too many' aggregate -g "$(printf 'doc,%.0s' $(seq 1 40))doc"
refused 'too many' aggregate -s "$(printf 'sum,%.0s' $(seq 1 60))sum"
refused 'help' aggregate --nosuch
refused 'targets are csv' export --to nosuch
refused 'says where' export --bom
refused '.' export --facts
refused '.' pinpoint -n x
refused 'languages are zh and en' report --lang fr
refused 'auto, always or never' report --color x
refused 'a number from 20' report --width 19
refused 'a number from 20' report --width x
refused 'no such|No such' report --findings /no/such/file
refused 'no such|No such' report --repairs /no/such/file
refused 'no such|No such' report --last /no/such/file
refused 'no such|No such' report --documents /no/such/file
refused 'no such|No such' report --rejects /no/such/file
refused 'No such|cannot' report --rules /no/such/file
refused '.' pinpoint -t x
refused '.' pinpoint -n 0
for option in --member-bytes --text-bytes --archive-bytes --ratio --members \
    --depth --table-cells --open-tables; do
	refused '.' extract "$option" x
	refused '.' extract "$option" 99999999999999999999999
	refused '.' extract "$option" -1
	refused '.' extract "$option"
done
refused '.' extract --manifest /no/such/file
refused '.' extract --rejects /no/such/folder/file
refused '.' extract --intake /no/such/folder/file
refused 'No such' extract --files0-from /no/such/file
for range in x 1 0-3 3-2 1-2x -5 99999999999999999999999-; do
	refused 'range' extract --range "$range"
done
refused '.' extract-pdf --seconds x
refused '.' extract-pdf --memory x
refused '.' extract-office --seconds x
refused '.' extract-office --memory x

# Limits, each met by one of two members.
{
	printf '<table>'
	for row in 1 2 3 4 5 6 7 8; do
		printf '<tr><td>a<td>b<td>c</tr>'
	done
	printf '</table>'
} >"$tmp/table.html"
echo '公开' >"$tmp/small.txt"
head -c 3000 /dev/zero | tr '\0' a >"$tmp/large.txt"
# limited OPTION VALUE FILE...: trouble, and the small ones are there.
limited_want=1
limited() {
	"$bin/extract" "$@" >"$tmp/out" 2>"$tmp/err"
	is "$1 $2" "$? $(cut -f1 "$tmp/out" | sort -u | grep -c 'small.txt')" \
	    "2 $limited_want"
}
limited --table-cells 10 "$tmp/table.html" "$tmp/small.txt"
limited --member-bytes 2K "$tmp/large.txt" "$tmp/small.txt"
limited --text-bytes 2K "$tmp/large.txt" "$tmp/small.txt"
(cd "$tmp" && tar -cf two.tar small.txt large.txt && tar -cf three.tar two.tar &&
    tar -cf four.tar three.tar && tar -cf five.tar four.tar)
limited_want=2
limited --archive-bytes 2K "$tmp/two.tar" "$tmp/small.txt"
limited --members 1 "$tmp/two.tar" "$tmp/small.txt"
limited_want=1
limited --depth 1 "$tmp/five.tar" "$tmp/small.txt"
head -c 30000000 /dev/zero | tr '\0' a | gzip -9 >"$tmp/large.txt.gz"
limited --ratio 2 "$tmp/large.txt.gz" "$tmp/small.txt"
plan "$tap_n"

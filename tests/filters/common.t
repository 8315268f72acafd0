#!/bin/sh
# What every filter owes its user, for all of them: options, exit statuses,
# bad input, full disks, closed pipes, and the same bytes however they come.
. tests/lib/tap.sh

drip=${BUILD:-build}/tests/lib/drip

# An input for each: a few of the examples, small enough to drip.
sh examples/build "$tmp" || exit 2
cd "$tmp" || exit 2
case $bin in /*) ;; *) bin=$root/$bin ;; esac
case $drip in /*) ;; *) drip=$root/$drip ;; esac
"$bin/extract" reports/2018/柳桥镇.txt reports/2023/柳桥镇.txt >blocks 2>/dev/null
"$bin/sectionize" blocks >sections
"$bin/tabulate" sections >facts
cp reports/2018/柳桥镇.txt text
awk -f "$root/tests/lib/words.awk" "$root/tests/reuse/reports.txt" | "$bin/sectionize" >shared

# input FILTER: the file it reads; arguments FILTER: those it is run with.
input() {
	case $1 in
	extract) echo text ;;
	sectionize) echo blocks ;;
	tabulate) echo sections ;;
	reuse) echo shared ;;
	*) echo facts ;;
	esac
}

arguments() {
	case $1 in
	check) echo --lang en ;;
	aggregate) echo -g item,col ;;
	esac
}

# The filter that writes what FILTER reads, for its header line.
before() {
	case $1 in
	sectionize) echo extract ;;
	tabulate | reuse) echo sectionize ;;
	*) echo tabulate ;;
	esac
}

# run ARGUMENT...: the filter under test, its output in out, err and $got.
run() {
	# shellcheck disable=SC2086
	"$bin/$filter" $args "$@" >out 2>err
	got=$?
}

# copies FROM TO: the input under other documents' names, once for each number.
copies() {
	for copy in $(seq "$1" "$2"); do sed "s|^|$copy/|" "$in"; done
}

lines() { wc -l <"$1" | tr -d ' '; }

# trouble NAME REGEX: status 2, and one line on stderr that matches.
trouble() {
	if [ "$got" -eq 2 ] && [ "$(grep -vc 'members =' err)" -eq 1 ] &&
	    grep -Eq -- "$2" err; then
		tap_pass "$filter: $1"
	else
		tap_fail "$filter: $1"
		echo "# status $got, want 2, and one line like $2"
		sed 's/^/# stderr: /' err | head -5
	fi
}

for filter in extract sectionize tabulate check pinpoint aggregate reuse; do
	args=$(arguments "$filter")
	in=$(input "$filter")
	run "$in"
	expected=$got
	cp out expected
	ok "$filter: writes something" [ -s expected ]
	ok "$filter: done, or errors found" [ "$expected" -le 1 ]

	# options
	run --version
	is "$filter: --version" "$got $(sed 's/[0-9.]*$/N/' out)" \
	    "0 $filter (nianbao) N"
	run --help
	is "$filter: --help" "$got $(head -1 out | cut -d' ' -f1,2)" "0 usage: $filter"
	run -h
	is "$filter: -h" "$got $(head -1 out | cut -d' ' -f1,2)" "0 usage: $filter"
	run --no-such-option "$in"
	ok "$filter: an unknown option is bad usage" [ "$got" -eq 2 ]
	is "$filter: and writes nothing" "$(cat out)" ''
	run -H "$in"
	sed 1d out >rest
	same "$filter: -H puts one line in front" rest expected
	header=$(head -1 out)
	is "$filter: with a field name for every field" \
	    "$(printf '%s\n' "$header" | awk -F'\t' '{ print NF }')" \
	    "$(head -1 expected | awk -F'\t' '{ print NF }')"

	# operands
	if [ "$filter" != extract ]; then
		"$bin/$filter" $args <"$in" >out 2>err
		same "$filter: standard input is the same" out expected
		run - <"$in"
		same "$filter: - is standard input" out expected
		copies 1 2 >second
		cat "$in" second >both
		run both
		cp out expected2
		run "$in" second
		same "$filter: two files are as one" out expected2
	fi
	run /no/such/file "$in"
	trouble 'a missing file is told' 'no/such/file: No such file'
	same "$filter: and the rest is read" out expected
	run </dev/null
	if [ "$filter" = aggregate ] || [ "$filter" = extract ]; then
		ok "$filter: empty input" [ "$got" -le 2 ]
	else
		is "$filter: empty input" "$got $(cat out err)" '0 '
	fi

	# output
	"$bin/$filter" $args "$in" >/dev/full 2>err
	got=$?
	trouble 'a full disk is told' 'standard output: No space left'
	# More than a pipe holds, to a reader that has gone.
	copies 1 40 >many
	"$bin/$filter" $args many 2>err | :
	is "$filter: a closed pipe ends it quietly" \
	    "$(grep -v 'members =' err)" ''

	# the same bytes however they come
	for n in 1 7 4095; do
		"$drip" $n "$bin/$filter" $args - <"$in" >out 2>err
		if [ "$filter" = extract ]; then
			cut -f2- out >dripped
			cut -f2- expected | grep -v "^${tap_tab}meta${tap_tab}mtime" >want
			grep -v "^${tap_tab}meta${tap_tab}mtime" dripped >out
			same "$filter: read by $n" out want
		else
			same "$filter: read by $n" out expected
		fi
	done
	LC_ALL=C "$bin/$filter" $args "$in" >out 2>err
	same "$filter: in the C locale" out expected

	[ "$filter" != extract ] || continue
	{ "$bin/$(before "$filter")" -H </dev/null 2>/dev/null | head -1; cat "$in"; } >headed
	run headed
	same "$filter: a header line is skipped" out expected
	copies 1 2 >second
	{ head -1 headed; cat second; } >headed2
	run "$in" second
	cp out expected2
	run headed headed2
	same "$filter: in each file" out expected2

	# bad records
	{ cat "$in"; printf 'a.txt\tonly\tthree\n'; } >bad
	run bad
	trouble 'a record with too few fields is told' \
	    "bad:$(lines bad): .*fields"
	same "$filter: and the rest is read" out expected
	{ cat "$in"; head -1 "$in" | sed "s/$/${tap_tab}more/"; } >bad
	run bad
	trouble 'a record with too many fields is told' \
	    "bad:$(lines bad): .*fields"
	{ head -c 50000000 /dev/zero | tr '\0' x; echo; cat "$in"; } >bad
	run bad
	trouble 'a line of 50 MB is told' 'bad:1: '
	same "$filter: and the rest is read" out expected
	{ printf '\377\376\000\001\n'; cat "$in"; } >bad
	run bad
	trouble 'a line of rubbish is told' 'bad:1: '
	same "$filter: and the rest is read" out expected
	printf '%s' "$(cat "$in")" >bad
	run bad
	ok "$filter: a last line without its end is read or told" \
	    [ "$got" -le 2 ]
	run "$tmp"
	trouble 'a directory is told' 'directory'
done

# Documents that interleave: the second half of the first comes after the
# second.
for filter in sectionize tabulate check; do
	args=$(arguments "$filter")
	in=$(input "$filter")
	first=$(head -1 "$in" | cut -f1)
	awk -F'\t' -v first="$first" '
	$1 == first { line[++n] = $0; next }
	!done { for (i = 1; i <= n / 2; i++) print line[i]; done = 1 }
	{ print }
	END { for (; i <= n; i++) print line[i] }' "$in" >bad
	run bad
	ok "$filter: interleaved documents are trouble" [ "$got" -eq 2 ]
	matches "$filter: and told" err 'behind another'
done
plan $tap_n

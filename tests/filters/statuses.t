#!/bin/sh
# Trouble with standard input, output and operands, for every program: status 2 and
# one line that says so; a reader who goes away ends it without a word.
. tests/lib/tap.sh
mkdir "$tmp/inbox" "$tmp/folder"
programs=$(cd bin && for p in *; do [ ! -f "$p" ] || echo "$p"; done)
"$bin/extract" -q examples/reports.tar.gz >"$tmp/blocks"
"$bin/sectionize" "$tmp/blocks" >"$tmp/sections"
"$bin/tabulate" -q "$tmp/sections" >"$tmp/facts"
"$bin/check" "$tmp/facts" >"$tmp/findings"
cp examples/reports.tar.gz "$tmp/inbox"
touch -d '1 hour ago' "$tmp/inbox/reports.tar.gz"
printf '2023年政府信息公开工作年度报告\n' >"$tmp/page.txt"

# What a program does something whole with, on standard output.
set_work() {
	input=
	case $1 in
	extract) set -- extract "$tmp/page.txt" ;;
	extract-office) set -- extract-office tests/fixtures/report.doc* tests/fixtures/report.xls* ;;
	extract-pdf) set -- extract-pdf tests/fixtures/pdf/*.pdf ;;
	sectionize) set -- sectionize "$tmp/blocks" ;;
	tabulate | reuse) set -- "$1" "$tmp/sections" ;;
	check | pinpoint | aggregate) set -- "$1" "$tmp/facts" ;;
	annual) set -- annual -o "$tmp/annual" "$tmp/page.txt" ;;
	return-notes) set -- return-notes -o "$tmp/notes" "$tmp/findings" ;;
	*) set -- ;;
	esac
	work=$*
}
is_script() { head -c 2 "$bin/$1" | grep -q '#!'; }
# says NAME: the last one ended with 2, and one line of its own says why; of a
# script that may be a tool's, or two lines.
says() {
	if is_script "$program"; then
		is "$1" "$got $(awk 'END { print (NR == 1 || NR == 2) }' "$tmp/err")" \
		    '2 1'
	else
		is "$1" "$got $(grep -c "^$program: " "$tmp/err") $(wc -l <"$tmp/err")" \
		    '2 1 1'
	fi
	[ "$tap_failed" = 0 ] || sed 's/^/# /' "$tmp/err"
}
for program in $programs; do
	for option in --help --version; do
		"$bin/$program" $option >"$tmp/out" 2>"$tmp/err" </dev/null
		is "$program $option" "$? $(wc -c <"$tmp/err")" '0 0'
		"$bin/$program" $option >/dev/full 2>"$tmp/err" </dev/null
		got=$?
		says "$program $option, on a full disk"
		"$bin/$program" $option >&- 2>"$tmp/err" </dev/null
		got=$?
		says "$program $option, without stdout"
	done
	"$bin/$program" --no-such-option >"$tmp/out" 2>"$tmp/err" </dev/null
	got=$?
	says "$program with an option that does not exist"
	set_work "$program"
	[ -n "$work" ] || continue
	# shellcheck disable=SC2086 # words
	"$bin"/$work >/dev/full 2>"$tmp/all" </dev/null
	got=$?
	grep -Ei 'no space|standard output|I/O error' "$tmp/all" >"$tmp/err"
	says "$program, on a full disk"
	# shellcheck disable=SC2086 # words
	"$bin"/$work >&- 2>"$tmp/all" </dev/null
	got=$?
	grep -Ei 'bad file|standard output' "$tmp/all" >"$tmp/err"
	says "$program, without stdout"
	# shellcheck disable=SC2086 # words
	{ sleep 0.1; "$bin"/$work 2>"$tmp/err"; echo $? >"$tmp/status"; } | :
	# A script has done its work by then, or says 2.
	! is_script "$program" || sed -i 's/^[02]$/141/' "$tmp/status"
	is "$program, whose reader has gone" \
	    "$(cat "$tmp/status") $(grep -ci 'pipe\|standard output' "$tmp/err")" \
	    '141 0'
done
for program in sectionize tabulate check pinpoint aggregate reuse extract-office extract-pdf extract; do
	case $program in
	extract | extract-office | extract-pdf) operand=- ;;
	*) operand= ;;
	esac
	# shellcheck disable=SC2086 # or none
	"$bin/$program" $operand <&- >"$tmp/out" 2>"$tmp/err"
	got=$?
	sed -i '/members = /d' "$tmp/err"
	says "$program, without stdin"
	[ $program != extract ] || continue
	"$bin/$program" "$tmp/folder" >"$tmp/out" 2>"$tmp/err" </dev/null
	got=$?
	says "$program of a folder"
	"$bin/$program" "$tmp/none" >"$tmp/out" 2>"$tmp/err" </dev/null
	got=$?
	says "$program of nothing"
done
for option in --rules --roster --waivers --data; do
	program=check
	"$bin/check" $option "$tmp/none" </dev/null >"$tmp/out" 2>"$tmp/err"
	got=$?
	says "check $option of nothing"
	[ $option != --data ] || continue
	"$bin/check" $option "$tmp/folder" </dev/null >"$tmp/out" 2>"$tmp/err"
	got=$?
	says "check $option of a folder"
done
# Without stderr nothing is written in its place.
"$bin/check" "$tmp/none" "$tmp/facts" 2>&- >"$tmp/out" </dev/null
is 'check without stderr' "$? $(diff "$tmp/out" "$tmp/findings" | wc -l)" '2 0'
plan "$tap_n"

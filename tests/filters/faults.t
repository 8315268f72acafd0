#!/bin/sh
# Some of the calls of each program fail, drawn by lot; `make faults' has all of them
# fail, one after the other.
. tests/lib/tap.sh
of_scripts 'calls that fail'
BIN=$bin sh tests/fault/run -n "$(lots 2)" extract sectionize tabulate check pinpoint \
    aggregate reuse export >"$tmp/table" 2>"$tmp/err"
got=$?
# How many calls there are, where other processes read, is not the same in each run.
is 'every fault is told, and no output is part of a document' \
    "$got $(grep '^#' "$tmp/table" | grep -v 'not come to'; cat "$tmp/err")" '0 '
BIN=$bin sh tests/fault/run -n 1 -k write annual notes >"$tmp/table" 2>"$tmp/err"
got=$?
is 'a script leaves whole results, the old or the new ones' \
    "$got $(grep -h '^#' "$tmp/table"; cat "$tmp/err")" '0 '
# What a shell cannot read of a script it takes for the end: of a page more or less.
for script in "$root"/pipelines/*; do
	case $(head -n 1 "$script") in
	'#!/bin/sh' | '# shellcheck shell=sh'*) ;;
	*) continue ;;
	esac
	size=$(wc -c <"$script")
	[ "$size" -gt 4096 ] || continue
	head -c 4096 "$script" >"$tmp/cut"
	status "a page of ${script##*/} is no script" 2 sh -n "$tmp/cut"
done
BIN=$bin sh tests/fault/run -n 1 -k read nightly >"$tmp/table" 2>"$tmp/err"
got=$?
is 'nightly reads the next time what a fault kept it from' \
    "$got $(grep -h '^#' "$tmp/table"; cat "$tmp/err")" '0 '
plan $tap_n

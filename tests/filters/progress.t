# How far a run is: on a terminal, and nowhere else.
. tests/lib/tap.sh

"$bin/extract" --progress -q examples/reports.tar.gz >"$tmp/out" 2>"$tmp/err"
is 'no terminal, no progress' "$(cat "$tmp/err")" ''
if ! command -v script >/dev/null; then
	skip 'progress on a terminal' 'no script(1)'
	plan "$tap_n"
	exit 0
fi
# Slow enough to be shown: its second half comes after a while.
cat >"$tmp/slowly" <<END
for part in 1 2 3; do
	for copy in 1 2 3 4; do cat examples/source/2021.txt; done
	sleep 0.3
done | '$bin/extract' --progress -q - examples/reports.tar.gz >'$tmp/slow'
END
script -qec "sh '$tmp/slowly'" /dev/null </dev/null >"$tmp/terminal" 2>&1
ok 'a terminal shows members and their size' \
    grep -q 'members, .*MB/s' "$tmp/terminal"
ok 'and is wiped at the end' sh -c "tail -c 8 '$tmp/terminal' | grep -q K"
ok 'the output is the same' [ -s "$tmp/slow" ]
plan "$tap_n"

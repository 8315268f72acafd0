#!/bin/sh
# What the READMEs show is what comes out: each block of `$ command' lines is
# run, and the output is what stands below the command.
. tests/lib/tap.sh

mkdir "$tmp/tree"
cp -R examples "$tmp/tree/"
PATH=$bin:$root/pipelines:$PATH
export PATH
for readme in README.md README.zh.md; do
	# FILE.N.cmd and FILE.N.want for each command.
	awk -v out="$tmp/$readme" '
	/^    \$ / { n++; print substr($0, 7) > (out "." n ".cmd")
		printf "" > (out "." n ".want"); shown = 1; next }
	shown && /^    / { print substr($0, 5) > (out "." n ".want"); next }
	{ shown = 0 }
	END { print n + 0 }' "$readme" >"$tmp/count"
	n=$(cat "$tmp/count")
	ok "$readme shows commands" [ "$n" -gt 0 ]
	i=1
	while [ "$i" -le "$n" ]; do
		(cd "$tmp/tree" && sh "$tmp/$readme.$i.cmd") >"$tmp/out" 2>&1
		same "$readme: $(cat "$tmp/$readme.$i.cmd")" "$tmp/out" \
		    "$tmp/$readme.$i.want"
		i=$((i + 1))
	done
done
plan $tap_n

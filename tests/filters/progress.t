# How far a run is: on a terminal, and nowhere else.
. tests/lib/tap.sh
# shellcheck source=tests/lib/tree.sh
. tests/lib/tree.sh

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
# lines: what $tmp/terminal shows, each once, with N for figures.
lines() {
	tr '\r' '\n' <"$tmp/terminal" | sed 's/[0-9][0-9.]*/N/g; s/'"$(printf '\033')"'\[K/<wiped>/g' |
	    sed '/^$/d' | uniq
}
is 'of a pipe a terminal shows members, their size, the rate' "$(lines)" \
    'N members, N MB, N MB/s<wiped>
<wiped>'
ok 'the output is the same' [ -s "$tmp/slow" ]
# Of files it shows what is left, in the user's language.
for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	for tens in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
		printf 'examples/reports.tar.gz\0'
	done
done >"$tmp/files"
for locale in C zh_CN.UTF-8; do
	script -qec "LC_ALL=$locale '$bin/extract' --progress --files0-from '$tmp/files' >/dev/null" \
	    /dev/null </dev/null >"$tmp/terminal" 2>&1
	lines
done >"$tmp/out"
cat >"$tmp/want" <<'EOF'
N members, N MB, N MB/s, N:N left<wiped>
<wiped>extract: N members = N documents + N skipped + N rejected
N 个文件，N MB，每秒 N MB，还要 N:N<wiped>
<wiped>extract: 共 N 个文件 = 文档 N + 略过 N + 读不了 N
EOF
same 'and of files what is left' "$tmp/out" "$tmp/want"
source_tree "$tmp/tree"
for lang in zh en; do
	script -qec "$tmp/tree/pipelines/annual -q -l $lang -o '$tmp/$lang' examples/reports.tar.gz" \
	    /dev/null </dev/null >"$tmp/terminal" 2>&1
	lines | grep -v MB	# where it takes long
done >"$tmp/out"
cat >"$tmp/want" <<'EOF'
extract: 共 N 个文件 = 文档 N + 略过 N + 读不了 N
核对……<wiped>
<wiped>
extract: N members = N documents + N skipped + N rejected
checking ...<wiped>
<wiped>
EOF
same 'annual, too' "$tmp/out" "$tmp/want"
plan "$tap_n"

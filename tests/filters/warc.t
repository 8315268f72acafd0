#!/bin/sh
# WARC files, and what a scraper noted about its files.
. tests/lib/tap.sh
python3 tests/lib/archives.py "$tmp" || exit 2
cd "$tmp" || exit 2
case $bin in /*) ;; *) bin=$root/$bin ;; esac

"$bin/extract" a.warc >out 2>err
is 'every record is accounted for' "$(tail -1 err)" \
    'extract: 23 members = 16 documents + 5 skipped + 2 rejected'
is 'the content is the same however it is coded' \
    "$(grep -c '	sha256	' out) $(grep '	sha256	' out | cut -f9 | sort -u | wc -l)" '16 1'
matches 'a body that is cut off is told' err \
    'a.warc!http://a.cn/cut-br: its compressed body is cut off'
is 'documents have the name and the url' "$(grep '	url	' out | head -2 |
    cut -f1,9)" 'a.warc!http://a.cn/plain	http://a.cn/plain
a.warc!http://a.cn/gzip	http://a.cn/gzip'
is 'and the date of the record' "$(grep '	mtime	' out | cut -f9 | sort -u)" \
    '2024-02-03T04:05:06Z'
matches 'a coding that is not known is told' err \
    'a.warc!http://a.cn/other: has an unknown content coding'
cut -f2- out >want
"$bin/extract" a.warc.gz 2>err | cut -f2- >got
same 'compressed record by record' got want
matches 'under the name of the file' err 'a.warc.gz!http://a.cn/other'
status 'damage between records' 2 "$bin/extract" damaged.warc
is 'is told, the records are read' "$(cat err)" \
    'extract: damaged.warc: has damage between its records
extract: 3 members = 2 documents + 0 skipped + 1 rejected'
status 'a file cut off' 2 "$bin/extract" cut.warc
is 'ends with the record that is not whole' "$(cat err)" \
    'extract: cut.warc!http://a.cn/gzip: is cut off
extract: 2 members = 1 documents + 0 skipped + 1 rejected'
if command -v wget >/dev/null; then
	mkdir site && cp "$root"/examples/source/2008.txt site/a.txt
	(cd site && exec python3 -u -m http.server 0 --bind 127.0.0.1 \
	    >../log 2>&1) &
	server=$!
	i=0
	until grep -q port log 2>/dev/null || [ $i -gt 50 ]; do
		sleep 0.1; i=$((i + 1))
	done
	port=$(sed -n 's/.*port \([0-9]*\).*/\1/p' log | head -1)
	wget -q --warc-file=own -O /dev/null "http://127.0.0.1:$port/a.txt"
	kill $server
	"$bin/extract" own.warc.gz 2>/dev/null | grep -v '	meta	' | cut -f2- >got
	"$bin/extract" site/a.txt 2>/dev/null | grep -v '	meta	' | cut -f2- >want
	same 'what wget wrote' got want
else
	skip 'what wget wrote' 'no wget here'
fi

# The manifest
printf '文件,标题,日期\n.\\a\\c.txt,"题, 目",2024-03-04\nnone.txt,无,\n' |
    iconv -f UTF-8 -t GB18030 >list.csv
status 'a manifest in GB18030' 2 "$bin/extract" --manifest list.csv a.zip
is 'adds what it knows' "$(grep -E '	(title|date)	' out | cut -f1,4,9)" \
    'a.zip!a/c.txt	title	题, 目
a.zip!a/c.txt	date	2024-03-04'
is 'and tells what was not found' "$(head -1 err)" \
    'extract: list.csv:3: matches no document'
printf 'url\ttitle\nhttp://a.cn/gzip\ta, b\n' >list.tsv
"$bin/extract" --manifest list.tsv a.warc >out 2>err
is 'one with TABs, by url' "$(grep '	title	' out | cut -f1,9)" \
    'a.warc!http://a.cn/gzip	a, b'
printf 'a,b\n1,2\n' >bad.csv
status 'one without a key' 2 "$bin/extract" --manifest bad.csv a.tar
matches 'is told' err 'bad.csv: its first line names no column path or url'
status 'one that is not there' 2 "$bin/extract" --manifest none.csv a.tar
ok 'ends the run' [ ! -s out ]
plan $tap_n

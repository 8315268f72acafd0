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
"$bin/extract" mislabelled.warc >other 2>err
is 'what says to be gzip is read as what it is' "$(grep '	sha256	' other |
    cut -f1,9 | sed 's/.*a.cn.//' | cut -f1)" 'br
zlib
deflate-br'
is 'to the same content' "$(grep '	sha256	' other | cut -f9 | sort -u)" \
    "$(grep '	sha256	' out | cut -f9 | sort -u)"
is 'what is cut off before its first character is no text' "$(cat err)" \
    'extract: mislabelled.warc!http://a.cn/gzip-byte: its compressed body is cut off
extract: mislabelled.warc!http://a.cn/br-bytes: its compressed body is cut off
extract: 5 members = 3 documents + 0 skipped + 2 rejected'
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

# told FILE: all on stderr.  marked: the documents with an error, and why.
told() { "$bin/extract" "$1" 2>&1 >out | sed 's/^extract: //; s/ members =.*+ / + /'; }
marked() { grep '	error	' out | cut -f1,9; }

is 'digests of every kind' "$(told digests.warc)" '4 + 0 rejected'
is 'that are wrong' "$(told wrong.warc)" \
    'wrong.warc!http://a.cn/sha1: fails its digest
wrong.warc!http://a.cn/md5: fails its digest
wrong.warc!http://a.cn/sha256: fails its digest
wrong.warc!http://a.cn/payload: fails its digest
4 + 4 rejected'
is 'also of what would be skipped' "$(told skipped.warc)" \
    'skipped.warc!http://a.cn/gone: fails its digest
1 + 1 rejected'
is 'a record longer than it is swallows no other' "$(told long.warc)" \
    'long.warc!http://a.cn/2: is longer by its Content-Length than it is
3 + 0 rejected'
is 'and says so' "$(marked)" \
    'long.warc!http://a.cn/2	is longer by its Content-Length than it is'
told truncated.warc >told
is 'what its crawler left out' "$(marked)" \
    'truncated.warc!http://a.cn/1	was truncated by its crawler
truncated.warc!http://a.cn/2	is only a segment of its record'
told short.warc >told
is 'a body that is not all there' "$(marked)" \
    'short.warc!http://a.cn/1	is shorter than its Content-Length
short.warc!http://a.cn/2	has no last chunk
short.warc!http://a.cn/3	has bytes behind the end of its compressed body'
is 'is told' "$(wc -l <told | tr -d ' ')" 4
is 'a type that there is not' "$(told kind.warc)" \
    'kind.warc!http://a.cn/2: is a record of an unknown type
2 + 1 rejected'
is 'damage behind the last record' "$(told tail.warc)" \
    'tail.warc: has damage behind its last record
2 + 1 rejected'
is 'a cut in a record that is skipped' "$(told cut-skipped.warc)" \
    'cut-skipped.warc!http://a.cn/: is cut off
2 + 1 rejected'
is 'a record that fails its checksum' "$(told crc.warc.gz)" \
    'crc.warc.gz: fails its checksum; documents of it that may be wrong: 1
3 + 0 rejected'
is 'is marked' "$(marked)" 'crc.warc.gz!http://a.cn/2	its archive fails its checksum'
told hole.warc.gz >told
is 'behind damage the next record is found' \
    "$(grep '	sha256	' out | cut -d! -f2 | cut -f1)" 'http://a.cn/1
http://a.cn/3'
is 'a checksum of all records' "$(told one.warc.gz)" \
    'one.warc.gz: fails its checksum; documents of it that may be wrong: 3
3 + 0 rejected'
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

#!/bin/sh
# Text as it comes: its character sets, its damage, its meta records.
. tests/lib/tap.sh
cd "$tmp" || exit 2
case $bin in /*) ;; *) bin=$root/$bin ;; esac

# text FILE: what is in it; meta FILE PROPERTY: what is known of it.
text() { "$bin/extract" "$1" 2>err | grep -v "${tap_tab}meta$tap_tab" | cut -f9; }
meta() { "$bin/extract" "$1" 2>err | awk -F'\t' -v p="$2" '$4 == p { print $9 }'; }

printf '青石县柳桥镇2023年政府信息公开工作年度报告\n规章\t0\n' >utf8.txt
TZ=UTC0 touch -t 202401020304.06 utf8.txt
"$bin/extract" utf8.txt >got 2>err
cat >want <<-'END'
utf8.txt		meta	type	0	0	0		text/plain
utf8.txt		meta	charset	0	0	0		UTF-8
utf8.txt		meta	bytes	0	0	0		71
utf8.txt		meta	sha256	0	0	0		SUM
utf8.txt		meta	mtime	0	0	0		2024-01-02T03:04:06Z
utf8.txt	L1	text		0	0	0		青石县柳桥镇2023年政府信息公开工作年度报告
utf8.txt	L2	cell		1	1	1	1x1	规章
utf8.txt	L2	cell		1	1	2	1x1	0
END
sed "s/SUM/$(sha256sum utf8.txt | cut -d' ' -f1)/" want >sum
same 'the records of a text' got sum
is 'the account is the last line' "$(cat err)" \
    'extract: 1 members = 1 documents + 0 skipped + 0 rejected'

text utf8.txt >want
for set in GB18030 GBK GB2312 UTF-16LE UTF-16BE UTF-16; do
	iconv -f UTF-8 -t $set utf8.txt >$set.txt
	text $set.txt >got
	same "in $set" got want
done
iconv -f UTF-8 -t BIG5 "$root/tests/data/traditional.txt" >big5.txt
text big5.txt >got
text "$root/tests/data/traditional.txt" >want
same 'in Big5' got want
is 'and it says so' "$(meta big5.txt charset)" Big5

# damage
{ cat "$root/examples/source/2021.txt"; printf '\345\271\n'; } >damaged.txt
is 'damaged UTF-8 stays UTF-8' "$(meta damaged.txt charset)" UTF-8
is 'the lost bytes are counted' "$(meta damaged.txt replaced)" 2
{ iconv -f UTF-8 -t GB18030 utf8.txt; printf '\377x\n'; } >damaged.txt
is 'damaged GB18030 too' "$(meta damaged.txt charset) $(meta damaged.txt \
    replaced)" 'GB18030 1'
printf 'a\000b\n规章\t0\000\n' >nul.txt
is 'NUL is no character' "$(text nul.txt)" "$(printf 'a\357\277\275b\n规章\n0\357\277\275')"
is 'and counted' "$(meta nul.txt replaced)" 2
head -c 3000 /dev/urandom >noise
status 'what is no text is rejected' 2 "$bin/extract" noise
ok 'and writes nothing' [ ! -s out ]

# a line of 50 MB
{ head -c 50000000 /dev/zero | tr '\0' x; echo; echo 规章; } >long.txt
status 'a line of 50 MB' 2 "$bin/extract" long.txt utf8.txt
is 'is told in one line' "$(cat err)" \
    'extract: long.txt: has more text than --text-bytes
extract: 2 members = 1 documents + 0 skipped + 1 rejected'
"$bin/extract" utf8.txt >want 2>err
same 'and the rest is read' out want
status 'allowed' 2 "$bin/extract" -q --text-bytes 64M long.txt
is 'that it is cut is told' "$(cat err)" \
    'extract: long.txt: a line longer than is read in one piece'
is 'it comes in pieces, nothing lost' \
    "$(grep "${tap_tab}text$tap_tab" out | cut -f9 | head -c -7 | tr -d '\n' | wc -c | tr -d ' ')" \
    50000000
is 'the next line has its number' "$(tail -1 out | cut -f2,9)" "L2${tap_tab}规章"
is 'its digest stands in front' "$(sed -n 4p out | cut -f4,9)" \
    "sha256$tap_tab$(sha256sum long.txt | cut -d' ' -f1)"
if grep -q __asan_init "$bin/extract"; then
	skip 'in little memory' 'not with a sanitizer'
else
	(ulimit -v 250000; "$bin/extract" long.txt utf8.txt >got 2>err)
	ok 'in little memory' cmp got want
fi

# names
mkdir dir
cp utf8.txt "dir/$(printf '\304\352\261\250.txt')"
is 'a name in GBK on disk' "$("$bin/extract" dir 2>/dev/null | cut -f1 | uniq)" \
    'dir/年报.txt'
ln -s ../utf8.txt dir/link
is 'a link in a directory is skipped' "$("$bin/extract" dir 2>&1 >/dev/null)" \
    'extract: 2 members = 1 documents + 1 skipped + 0 rejected'
mkdir -p m/B m/a
cp utf8.txt m/B.txt; cp utf8.txt m/B/x; cp utf8.txt m/a/y
is 'a directory in the order of bytes' "$("$bin/extract" m 2>/dev/null |
    cut -f1 | uniq | tr '\n' ' ')" 'm/B/x m/B.txt m/a/y '
"$bin/extract" utf8.txt 2>/dev/null >want
"$bin/extract" m/B.txt 2>/dev/null >>want
"$bin/extract" utf8.txt m/B.txt 2>/dev/null >got
same 'two files are as one and one' got want

# The readers of PDFs and of office documents, which stand beside it, are started for
# these only.
mkdir own
cp "$bin/extract" own/
for kind in pdf office; do
	printf '#!/bin/sh\necho %s >>"%s/started"\n' "$kind" "$tmp" >own/extract-$kind
	chmod +x own/extract-$kind
done
own/extract utf8.txt >out 2>err
ok 'nothing for them, no reader' [ ! -e started ]
printf '%%PDF-1.4\n' >a.pdf
cp "$root/tests/fixtures/report.docx" a.docx
for kind in pdf office; do
	file=a.pdf
	[ $kind = pdf ] || file=a.docx
	own/extract "$file" utf8.txt >out 2>err
	is "a reader: $kind" "$(sort -u started)" "$kind"
	is 'and when it fails the rest is read' "$(tail -1 err)" \
	    'extract: 2 members = 1 documents + 0 skipped + 1 rejected'
	rm started
done
rm own/extract-office
own/extract a.docx >out 2>err
is 'one that is not there' "$(head -1 err)" \
    'extract: a.docx: the program that reads it does not answer'

# By itself it says what is none of its own, and reads the rest.
"$bin/extract" -q a.docx >want 2>/dev/null
status 'office documents by themselves' 2 "$bin/extract-office" utf8.txt a.docx
same 'are read' "$tmp/out" want
is 'others named' "$(cat "$tmp/err")" 'extract-office: utf8.txt: is no office document'
plan $tap_n

#!/bin/sh
# Archives of every kind: their members, names, bounds and accounts.
. tests/lib/tap.sh
python3 tests/lib/archives.py "$tmp" || exit 2
cd "$tmp" || exit 2
case $bin in /*) ;; *) bin=$root/$bin ;; esac

# documents FILE...: the names of the documents, one a line.
documents() { "$bin/extract" "$@" 2>err | awk -F'\t' '$4 == "type" { print $1 }'; }

# facts FILE: the text of what is in it, whatever it is called.
contents() { "$bin/extract" "$1" 2>err | grep -v 'meta.mtime' | cut -f2-; }

# account FILE: the last line on stderr.
account() {
	"$bin/extract" "$@" >out 2>err
	tail -1 err | sed 's/^extract: //'
}

contents a.tar >want
for name in a.tar.gz a.zip stored.zip; do
	contents $name >got
	same "$name holds what the tar file does" got want
done
for tool in 'bzip2 bz2' 'xz xz' 'zstd zst' 'lz4 lz4' 'lzip lz'; do
	set -- $tool
	if command -v "$1" >/dev/null; then
		"$1" -q -c a.tar >"a.tar.$2"
		contents "a.tar.$2" >got
		same "a.tar.$2 holds what the tar file does" got want
	else
		skip "a.tar.$2" "no $1 here"
	fi
done
mkdir a && tar xf a.tar -C a 2>/dev/null
contents a >got
sed 's/L3/&/' want | awk '/meta.type/ { n++ } { print > "part" n }'
cat part2 part1 >sorted
same 'a directory is read in the order of bytes' got sorted
(cd a && bsdtar -cf ../a.cpio --format cpio b.txt a/c.txt)
contents a.cpio >got
same 'a cpio file' got want
(cd a && bsdtar -cf ../a.7z --format 7zip b.txt a/c.txt)
contents a.7z >got
same 'a 7z file' got want
is 'standard input has the name -' "$("$bin/extract" <a.tar 2>/dev/null |
    cut -f1 | uniq)" '-!b.txt
-!a/c.txt'
"$bin/extract" <a.7z 2>/dev/null | grep -v meta.mtime | cut -f2- >got
same 'a 7z file from a pipe' got want

# names
is 'a name in GBK, unflagged' "$(documents gbk.zip)" 'gbk.zip!柳桥镇2023年报.txt'
is 'a name in UTF-8' "$(documents utf8.zip)" 'utf8.zip!柳桥镇2023年报.txt'
is 'a name in GBK in a tar file' "$(documents gbk.tar)" 'gbk.tar!柳桥镇2023年报.txt'
is 'a name in Big5' "$(documents big5.tar)" 'big5.tar!縣政府資訊公開年報.txt'
is 'a name in a pax header' "$(documents pax.tar)" 'pax.tar!柳桥镇2023年报.txt'
is 'a file that is only compressed' "$(documents report.txt.gz)" \
    'report.txt.gz!report.txt'
is 'archives in archives' "$(documents deep3)" 'deep3!n2!n1!n0'
is 'but not too deep' "$(account deep4)" \
    '1 members = 0 documents + 0 skipped + 1 rejected'
matches 'and it says so' err 'deep4!n3!n2!n1: archives are nested deeper'
is 'unless allowed' "$(documents --depth 4 deep4)" 'deep4!n3!n2!n1!n0'

# accounts
is 'links and folders' "$(account links.tar)" \
    '4 members = 1 documents + 3 skipped + 0 rejected'
is 'other kinds of files' "$(account --rejects list kinds.tar)" \
    '5 members = 1 documents + 2 skipped + 2 rejected'
is 'are listed' "$(cat list)" "kinds.tar!p.png	skipped	is an image
kinds.tar!s.css	skipped	is a style sheet
kinds.tar!e.txt	rejected	is empty
kinds.tar!x.exe	rejected	is of no known format"
status 'and make trouble' 2 "$bin/extract" kinds.tar
status 'what is skipped does not' 0 "$bin/extract" links.tar
status 'a list that cannot be written' 2 "$bin/extract" --rejects /dev/full kinds.tar
matches 'is told' err 'full: No space'
status 'a list that cannot be opened' 2 "$bin/extract" --rejects /no/list a.tar
ok 'writes no document' [ ! -s out ]
status '-q' 0 "$bin/extract" -q a.tar
ok 'says nothing' [ ! -s err ]
head -c 0 a.tar >empty
is 'an empty file' "$(account empty)" \
    '1 members = 0 documents + 0 skipped + 1 rejected'
tar cf none.tar -T /dev/null
is 'an archive without files' "$(account none.tar)" \
    '1 members = 0 documents + 0 skipped + 1 rejected'

# damage
# told FILE: all on stderr, without the last line.
told() { "$bin/extract" "$1" 2>&1 >out | sed '$d; s/^extract: //'; }

is 'a ZIP file cut off' "$(account cut.zip)" \
    '2 members = 1 documents + 0 skipped + 1 rejected'
is 'is told in one line' "$(grep '!c.txt: ' err)" \
    'extract: cut.zip!c.txt: is cut off'
echo '公开 12 件' >12.txt
cp stored.zip inner.zip
for version in 4 5; do
	python3 "$root/tests/lib/rar.py" $version 12.txt inner.zip >whole.rar
	is "a RAR $version file" "$(documents whole.rar)" 'whole.rar!12.txt
whole.rar!inner.zip!b.txt
whole.rar!inner.zip!a/c.txt'
	LC_ALL=C sed 's/12[.]txt/21.txt/' whole.rar >head.rar
	is 'with another name in a head' "$(told head.rar)" \
	    'head.rar: fails its checksum'
	ok 'is not read' [ ! -s out ]
	LC_ALL=C sed 's/ 12 / 21 /' whole.rar >stored.rar
	is 'with another figure in a member' "$(told stored.rar)" \
	    'stored.rar!12.txt: fails its checksum'
	is 'gives the others' "$(cut -f1 out | uniq)" 'stored.rar!inner.zip!b.txt
stored.rar!inner.zip!a/c.txt'
	status 'with status 2' 2 "$bin/extract" stored.rar
done
head -c -8 whole.rar >cut.rar
is 'a RAR 5 file cut off between members' "$(told cut.rar)" \
    'cut.rar: has no end: members may be lost'
is 'a tar.gz file cut off' "$(account cut.tar.gz)" \
    '2 members = 1 documents + 0 skipped + 1 rejected'
is 'is told, and how much it concerns' "$(sed '$d' err)" \
    'extract: cut.tar.gz!c.txt: is cut off
extract: cut.tar.gz: is cut off; documents of it that may be wrong: 1'
is 'a checksum of gzip fails' "$(told crc.txt.gz)" \
    'crc.txt.gz!crc.txt: fails its checksum'
ok 'and nothing is read' [ ! -s out ]
is 'a checksum of a ZIP member fails' "$(told crc.zip)" \
    'crc.zip!b.txt: fails its checksum'
is 'and the others are read' "$(cut -f1 out | uniq)" 'crc.zip!a/c.txt'
python3 - <<'EOP'
import struct, tarfile, zipfile, io
for size, name in ((20, "packed.zip"), (24, "whole.zip")):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("1.txt", "公开" * 99)
        z.writestr("2.txt", "公开")
    data = bytearray(open(name, "rb").read())
    for magic, at in ((b"PK\1\2", size), (b"PK\3\4", size - 2)):
        place = data.find(magic) + at
        data[place:place + 4] = struct.pack("<I", 5)
    open(name, "wb").write(data)
with tarfile.open("head.tar", "w", format=tarfile.PAX_FORMAT) as t:
    info = tarfile.TarInfo("1.txt")
    info.pax_headers = {"comment": "x" * (3 << 20)}
    t.addfile(info, io.BytesIO(b""))
EOP
is 'a wrong size of what is packed' "$(told packed.zip; cut -f1 out | uniq)" \
    'packed.zip!1.txt: is cut off
packed.zip!2.txt'
is 'and of what it holds' "$(told whole.zip; cut -f1 out | uniq)" \
    'whole.zip!1.txt: is not as long as its archive says
whole.zip!2.txt'
is 'a header of megabytes' "$(told head.tar)" \
    'head.tar: has a header larger than is read'
# Damage in what is compressed ends libarchive's reading of all.
mkdir torn
for i in 1 2 3; do
	seq $i 3000 | shuf --random-source=/dev/zero >torn/$i.txt
done
echo '公开 12 件' >torn/4.txt
(cd torn && python3 -m zipfile -c ../torn.zip 1.txt 2.txt 3.txt 4.txt &&
    bsdtar -c -f ../torn.7z --format=7zip ./?.txt)
for torn in torn.zip torn.7z; do
	printf '\377\377\377\377\377\377\377\377\377\377' |
	    dd of=$torn bs=1 seek=1000 conv=notrunc 2>/dev/null
done
is 'a torn member of a ZIP file' "$(told torn.zip)" \
    'torn.zip!1.txt: has damaged compressed data'
is 'and the others are read' "$(cut -f1 out | uniq)" 'torn.zip!2.txt
torn.zip!3.txt
torn.zip!4.txt'
is 'a torn block of a 7z file: each of its members is told' "$(told torn.7z |
    sed 's/: .*//')" 'torn.7z!1.txt
torn.7z!2.txt
torn.7z!3.txt
torn.7z!4.txt'
head -c 700 torn.zip >front.zip
is 'one without its directory' "$(told front.zip)" 'front.zip!1.txt: is cut off'
for pack in 'bzip2 bz2' 'zstd zst'; do
	${pack% *} -q -c torn/1.txt | head -c 1000 >front.txt.${pack#* }
	is "${pack% *}, cut off before its first block is whole" \
	    "$(told front.txt.${pack#* })" \
	    "front.txt.${pack#* }!front.txt: is cut off"
done
is 'a checksum of a whole archive fails' "$(told crc.tar.gz)" \
    'crc.tar.gz: fails its checksum; documents of it that may be wrong: 2'
is 'and each document says so' "$(grep '	error	' out | cut -f1,9)" \
    'crc.tar.gz!b.txt	its archive fails its checksum
crc.tar.gz!a/c.txt	its archive fails its checksum'
is 'a large one is found out at its end' "$(told large.tar.gz)" \
    'large.tar.gz: fails its checksum; documents of it that may be wrong: 6'
is 'and says so as a document of its own' \
    "$(grep '	error	' out | cut -f1,9 | sed -n '1p; $p')" \
    'large.tar.gz!5.txt	its archive fails its checksum
large.tar.gz	fails its checksum'
is 'which check finds' "$("$bin/sectionize" out | "$bin/tabulate" -q |
    "$bin/check" | cut -f1,5 | grep 'gz	D-UNREAD')" 'large.tar.gz	D-UNREAD'
is 'a header of tar that is damaged' "$(told header.tar)" \
    'header.tar: the checksum of a header fails: members may be lost'
is 'a tar file cut between members' "$(told no-end.tar)" \
    'no-end.tar: has no end: members may be lost'
is 'bytes behind a tar file' "$(told behind.tar)" \
    'behind.tar: the checksum of a header fails: members may be lost'
is 'bytes behind a gzip file' "$(told behind.txt.gz)" \
    'behind.txt.gz: has bytes behind its end'
is 'bytes behind a ZIP file' "$(told behind.zip)" \
    'behind.zip: has bytes behind its end'
is 'also from a pipe' "$(cat behind.zip | "$bin/extract" 2>&1 >out | head -1)" \
    'extract: -: has bytes behind its end'
(cat a.7z; echo behind) >behind.7z
is 'bytes behind a 7z file' "$(told behind.7z)" \
    'behind.7z: has bytes behind its end'
is 'two gzip files, one behind the other' "$(told two.txt.gz; tail -1 out |
    cut -f9)" end
for name in two.tar two.tar.gz two.zip; do
	is "$name: the members of both archives" "$(documents $name | cut -d! -f2)" \
	    'b.txt
a/c.txt
d.txt'
done
is 'no two documents have one name' "$(documents twice.tar twice.tar)" \
    'twice.tar!b.txt
twice.tar!a/c.txt
twice.tar!b.txt~2
twice.tar!b.txt~2~2
twice.tar!b.txt~3
twice.tar!a/c.txt~2
twice.tar!b.txt~4
twice.tar!b.txt~2~3'
if command -v 7z >/dev/null; then
	7z a -psecret secret.7z a/b.txt >/dev/null
	7z a -psecret secret.zip a/b.txt >/dev/null
	zip -q secret.zip a/a/c.txt
	is 'an encrypted member' "$(account secret.zip)" \
	    '2 members = 1 documents + 0 skipped + 1 rejected'
	matches 'is told' err 'secret.zip!a/b.txt: is encrypted'
	is 'an encrypted 7z file' "$(account secret.7z)" \
	    '1 members = 0 documents + 0 skipped + 1 rejected'
else
	skip 'an encrypted member' 'no 7z here'
	skip 'is told' 'no 7z here'
	skip 'an encrypted 7z file' 'no 7z here'
fi

# limits
for name in bomb.tar.gz bomb.zip; do
	is "$name: a bomb is rejected, the rest read" \
	    "$(account --member-bytes 10M $name)" \
	    '3 members = 2 documents + 0 skipped + 1 rejected'
	matches "$name: by name" err "$name!bomb.txt: .*member-bytes"
done
is 'by its ratio' "$(account --ratio 50 bomb.tar.gz)" \
    '3 members = 2 documents + 0 skipped + 1 rejected'
matches 'and it says so' err 'bomb.tar.gz!bomb.txt: .*ratio'
is 'a compressed bomb' "$(account --member-bytes 10M bomb.txt.gz)" \
    '1 members = 0 documents + 0 skipped + 1 rejected'
is 'bytes of an archive' "$(account --archive-bytes 20M bomb.tar.gz)" \
    '1 members = 0 documents + 0 skipped + 1 rejected'
is 'members of an archive' "$(account --members 1 a.tar)" \
    '2 members = 1 documents + 0 skipped + 1 rejected'
status 'a limit that is no number' 2 "$bin/extract" --ratio many a.tar
matches 'is told' err 'many: not a number'

# Ranges of an archive, one behind the other, are the whole: names, faults, accounts.
# Two members of twice.tar have the same name, and one has the name of the second.
mkdir twice && echo 一 >twice/a.txt && echo 二 >twice/a.txt~2
tar -cf twice.tar -C twice a.txt a.txt~2 && tar -rf twice.tar -C twice a.txt
# read_ranges FILE RANGE...: their records, then all else that is said, sorted.
read_ranges() {
	file=$1
	shift
	: >said
	worst=0
	for range; do
		"$bin/extract" -q --rejects part --intake intake \
		    ${range:+--range "$range"} "$file" 2>>said
		last=$?
		cat part >>said
		grep -v -e "${tap_tab}passed$tap_tab" -e "${tap_tab}file$tap_tab" intake >>said
		[ $last -le $worst ] || worst=$last
	done
	sort said
	echo "$worst"
}
echo 年报 >listed.txt
for name in twice.tar a.zip a.7z a.warc.gz links.tar kinds.tar behind.zip cut.tar.gz \
    large.tar.gz deep3 report.txt.gz listed.txt; do
	read_ranges "$name" '' >want
	read_ranges "$name" 1-1 2-2 3-4 5- >got
	same "ranges of $name" got want
done
"$bin/extract" -q --intake got --range 1000000000000- a.warc >out 2>err
is 'how many entries there are' "$(cat got out err | tail -1)" "1	a.warc	passed	23"

# The sandbox changes nothing, nor does the zone.
"$bin/extract" a.tar a.zip deep3 >want 2>/dev/null
TZ=Asia/Shanghai "$bin/extract" a.tar a.zip deep3 >got 2>/dev/null
same 'in another time zone' got want
"$bin/extract" --no-sandbox a.tar a.zip deep3 >got 2>/dev/null
same 'without the sandbox' got want
# Everything is accounted for, with the operand that it came from; operands can be
# listed.  The name of the second is in GBK.
mkdir listed
printf '年报\n' >listed/a.txt
cp listed/a.txt "listed/$(printf '\304\352\261\250').txt"
printf '\211PNG\r\n\032\n' >listed/b.png
: >listed/empty.txt
(cd listed && tar -cf ../listed.tar a.txt b.png)
printf '%s\0' "listed/$(printf '\304\352\261\250').txt" listed.tar nowhere >list
"$bin/extract" --intake got --files0-from list listed >out 2>err
sort -t "$tap_tab" -k1,1n -k2,2 got >sorted
tr '|' '\t' >want <<'EOS'
1|listed|file|
1|listed/a.txt|document|
1|listed/b.png|skipped|is an image
1|listed/empty.txt|rejected|is empty
1|listed/年报.txt|document|
2|listed/年报.txt|file|
2|listed/年报.txt~2|document|
3|listed.tar|file|
3|listed.tar!a.txt|document|
3|listed.tar!b.png|skipped|is an image
4|nowhere|file|
4|nowhere|rejected|No such file or directory
EOS
same 'what became of every file and member' sorted want
: >list
status 'a list of nothing' 0 "$bin/extract" --files0-from list
is 'has nothing read' "$(cat out)" ''
printf 'a' >list
status 'a name without an end' 2 "$bin/extract" --files0-from list
matches 'is told' err 'list: its last name is not ended by NUL'
printf 'a\0\0' >list
status 'an empty name' 2 "$bin/extract" --files0-from list
plan $tap_n

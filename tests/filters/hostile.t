#!/bin/sh
# Damaged files of every kind that extract reads, none of which may do more than be
# rejected.
. tests/lib/tap.sh
mkdir "$tmp/seeds" "$tmp/mutants"
python3 tests/lib/archives.py "$tmp/seeds" || exit 2
python3 tests/lib/ofd.py "$tmp/seeds" || exit 2
rm -f "$tmp"/seeds/bomb.*
python3 tests/lib/mutate.py "$(lots 600 60)" "$tmp/mutants" "$tmp"/seeds/* \
    tests/fixtures/*.* tests/fixtures/pdf/*.pdf examples/reports.tar.gz
cd "$tmp" || exit 2
case $bin in /*) ;; *) bin=$root/$bin ;; esac

"$bin/extract" --archive-bytes 64M --member-bytes 16M --rejects list mutants \
    >out 2>err
got=$?
ok 'ends with a status of its own' [ "$got" -le 2 ]
is 'the account adds up' "$(tail -1 err | awk '
    { print $2 == $5 + $8 + $11 ? "yes" : $0 }')" yes
is 'every document is in it' "$(tail -1 err | awk '{ print $5 + 0 }')" \
    "$(awk -F'\t' '$4 == "type" { n++ } $4 == "error" { gone++ }
    END { print n + 0 }' out)"
is 'every record has its fields' "$(awk -F'\t' 'NF != 9' out | head -1)" ''
ok 'and is UTF-8' iconv -f UTF-8 -t UTF-8 -o /dev/null out
plan $tap_n

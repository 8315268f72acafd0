#!/bin/sh
# nightly: what in an inbox is read, when, and what is said of it.
. tests/lib/tap.sh
of_scripts 'an inbox'
# shellcheck source=tests/lib/tree.sh
. tests/lib/tree.sh
source_tree "$tmp/tree"
nightly=$tmp/tree/pipelines/nightly
in=$tmp/in
out=$tmp/n

report() {
	printf '青石市%s2023年政府信息公开工作年度报告\n一、总体情况\n本年收到申请%s件，办结%s件。\n' \
	    "$1" "$2" "$2"
}
night() { "$nightly" -l en -m "${minutes:-0}" $keep -i "$in" -o "$out"; }
keep=
received() { awk -F'\t' '$6 == "prose.requests.received" { print $3 $8 }' "$out/facts.tsv" | sort | tr '\n' ' '; }
generation() { readlink "$out/current"; }

mkdir "$in"
report 民政局 7 >"$in/a.txt"
status 'a first night' 1 night
is 'reads what is there' "$(received)" '青石市民政局7 '
status 'a second' 1 night
is 'has nothing to do' "$(generation)" runs/1
touch -d 2099-01-01 "$in/a.txt"
report 水务局 8 >"$in/future.txt"
touch -d 2099-01-01 "$in/future.txt"
status 'what is said to be of a year to come' 1 night
is 'is read' "$(received)" '青石市民政局7 青石市水务局8 '
report 教育局 9 >"$in/arriving.txt"
touch -d 2001-01-01 "$in/arriving.txt"
minutes=5
status 'what has just arrived, whatever time it has,' 1 night
is 'waits' "$(received)" '青石市民政局7 青石市水务局8 '
minutes=0
night 2>/dev/null
report 教育局 10 >"$in/arriving.txt"
touch -d 2001-01-01 "$in/arriving.txt"
night 2>/dev/null
is 'what is changed under the same name, size and time is read anew' "$(received)" \
    '青石市教育局10 青石市民政局7 青石市水务局8 '
rm "$in/future.txt"
mv "$in/a.txt" "$in/renamed.txt"
keep=--keep
status 'what leaves, where it is kept, and what is renamed' 1 night
is 'counts once' "$(received)" '青石市教育局10 青石市民政局7 青石市水务局8 '
is 'under its new name' "$(cut -f1 "$out/facts.tsv" | uniq | sed 's|.*/||' | tr '\n' ' ')" \
    'arriving.txt renamed.txt future.txt '

# results below the inbox, and in it
for out in "$in/out" "$in"; do
	night 2>/dev/null
	before=$(received)
	night 2>/dev/null
	night 2>/dev/null
	is 'what it wrote is not read' "$(received) $(generation)" "$before runs/1"
	rm -rf "$in/out" "$in/runs" "$in/current" "$in/nightly.log"
done
find "$in" -type l -exec rm {} +
mkdir "$in/.hidden"
echo x >"$in/.hidden/x"
out=$tmp/n
night 2>/dev/null
ok 'nor what is hidden' sh -c '! grep -q hidden "$1"' sh "$out/read.tsv"

# While a file is read it is replaced, is written to, is put back as it was.
swapped() {
	mkdir -p "$tmp/slow"
	rm -f "$tmp/tree/bin/extract"
	printf '#!/bin/sh\n"%s" "$@"\nstatus=$?\ncase $* in *files0*) %s ;; esac\nexit $status\n' \
	    "$bin/extract" "$1" >"$tmp/tree/bin/extract"
	chmod +x "$tmp/tree/bin/extract"
	report 统计局 "$2" >"$in/swap.txt"
	report 统计局 99 >"$tmp/other"
	status "read while: $1" 1 night
	matches 'is seen' "$tmp/err" 'swap.txt: changed while it was read; next time'
	is 'not taken' "$(received)" "$3"
	ln -sf "$bin/extract" "$tmp/tree/bin/extract"
	night 2>/dev/null
	is 'but the next time' "$(received)" "$4"
}
others='青石市教育局10 青石市民政局7 青石市水务局8 '
swapped "cp $tmp/other $in/swap.txt" 11 "$others" "${others}青石市统计局99 "
swapped "mv $tmp/other $in/swap.txt" 12 "${others}青石市统计局99 " "${others}青石市统计局99 "
swapped "echo more >>$in/swap.txt" 13 "${others}青石市统计局99 " "${others}青石市统计局13 "
swapped "cp $in/swap.txt $tmp/same; mv $tmp/same $in/swap.txt" 14 \
    "${others}青石市统计局13 " "${others}青石市统计局14 "

# trouble
printf 'PK\003\004 damaged' >"$in/bad.zip"
status 'what cannot be read is trouble' 2 night
matches 'is told' "$tmp/err" 'in/bad.zip: not all of it was read'
matches 'and listed' "$out/rejects.tsv" 'in/bad.zip.*rejected'
status 'the next night' 2 night
matches 'again' "$tmp/err" 'in/bad.zip: not all of it was read'
is 'without reading it again' "$(grep -c 'bad.zip: read' "$out/nightly.log")" 1
rm "$in/bad.zip"
status 'until it is gone' 1 night
printf '\377\330\377\340\0\020JFIF\0\1\1\0' >"$in/photo.jpg"
status 'a picture is no trouble' 1 night
is 'nothing is said of it' "$(cat "$tmp/err")" ''
mkdir "$in/closed"
if [ "$(id -u)" -ne 0 ]; then
	chmod 0 "$in/closed"
	status 'a folder that cannot be read is trouble' 2 night
	chmod 755 "$in/closed"
else
	skip 'a folder that cannot be read' 'root reads all'
fi
# What was read before; what was not is named.
standing() { cat "$out/facts.tsv" "$out/findings.tsv" "$out/summary.tsv" | cksum; }
before=$(standing)
report 审计局 3 >"$in/new.txt"
for tool in sed tr sort awk sha256sum b2sum cut xargs cat sync; do
	printf '#!/bin/sh\nexit 2\n' >"$tmp/slow/$tool"
	chmod +x "$tmp/slow/$tool"
	PATH=$tmp/slow:$PATH status "$tool fails" 2 night
	is 'and nothing changes' "$(standing)" "$before"
	rm "$tmp/slow/$tool"
done
status 'after all that' 1 night
is 'the rest is there' "$(received)" "青石市审计局3 ${others}青石市统计局14 "

# results of the time when the files stood in the folder itself
mkdir -p "$tmp/once/archives/0123456789abcdef" "$tmp/little"
report 财政局 5 >"$tmp/little/z.txt"
cp "$out/facts.tsv" "$out/rejects.tsv" "$tmp/once/archives/0123456789abcdef"
printf '%s\t0123456789abcdef\n' "$tmp/gone.zip" >"$tmp/once/read.tsv"
touch "$tmp/once/facts.tsv" "$tmp/once/findings.tsv"
status 'are not lost by chance' 2 "$nightly" -l en -m 0 -i "$tmp/little" -o "$tmp/once"
matches 'but by what the user says' "$tmp/err" 'of an earlier version.*say --keep'
"$nightly" -l en -m 0 --keep -i "$tmp/little" -o "$tmp/once" 2>"$tmp/err"
is 'are taken over' "$(wc -l <"$tmp/once/read.tsv") $(grep -c '财政局' "$tmp/once/facts.tsv" |
    sed 's/[1-9].*/some/') $(grep -c '民政局' "$tmp/once/facts.tsv" | sed 's/[1-9].*/some/')" \
    '2 some some'

# locked
mkfifo "$tmp/go"
flock "$out/runs/.lock" cat "$tmp/go" >/dev/null &
exec 8>"$tmp/go"
status 'a run at work' 0 night
matches 'is left alone' "$tmp/err" 'process .* is at it'
exec 8>&-
wait
plan "$tap_n"

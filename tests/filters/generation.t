#!/bin/sh
# A folder of results: one run's, whatever happens to the next one.
. tests/lib/tap.sh
of_scripts 'folders of results'
# shellcheck source=tests/lib/tree.sh
. tests/lib/tree.sh
source_tree "$tmp/tree"
annual=$tmp/tree/pipelines/annual
notes=$tmp/tree/pipelines/return-notes

report() {
	printf '青石市%s2023年政府信息公开工作年度报告\n一、总体情况\n本年收到申请%s件，办结5件。\n' "$1" "$2"
}

# state DIR: what a user sees in it; names DIR: by which names.
state() { (cd "$1" && find . -maxdepth 1 ! -name . -exec sh -c \
    'for f; do echo "$f"; cat "$f" 2>/dev/null; done' sh {} + | cksum); }
names() { ls -A "$1" | tr '\n' ' '; }
whole='current documents.tsv facts.tsv faults.tsv findings.tsv litter.tsv read.tsv rejects.tsv report.html report.xlsx runs summary.tsv superseded.tsv '

mkdir "$tmp/in" "$tmp/more"
report 民政局 7 >"$tmp/in/a.txt"
report 水务局 9 >"$tmp/more/b.txt"
"$annual" -q -o "$tmp/d" "$tmp/in" 2>"$tmp/err"
is 'a run leaves its results' "$(names "$tmp/d")" "$whole"
is 'of one run' "$(names "$tmp/d/runs")" '.lock .owner 1 '
"$annual" -q -o "$tmp/d" "$tmp/in" "$tmp/more" 2>"$tmp/err"
is 'the next ones take their place' "$(names "$tmp/d/runs")" '.lock .owner 1 2 '
is 'of which the findings stay' "$(names "$tmp/d/runs/1")" 'findings.tsv '
ok 'under the same names' grep -q 水务局 "$tmp/d/facts.tsv"

# leftovers, and what is not ours
mkdir "$tmp/d/runs/work" "$tmp/d/runs/3" "$tmp/d/runs/0"
echo half >"$tmp/d/runs/1/facts.tsv"
echo half >"$tmp/d/runs/3/facts.tsv"
ln -s runs/3 "$tmp/d/runs/.link"
ln -s current/gone.html "$tmp/d/gone.html"
echo mine >"$tmp/d/mine"
ln -s elsewhere "$tmp/d/link"
before=$(cksum <"$tmp/d/facts.tsv")
status 'over what a killed run left' 1 "$annual" -q -o "$tmp/d" "$tmp/in" "$tmp/more"
is 'it writes the same' "$(cksum <"$tmp/d/facts.tsv")" "$before"
is 'and sweeps that away' "$(names "$tmp/d/runs")$(names "$tmp/d/runs/1")" '.lock .owner 1 2 findings.tsv '
is 'but nothing of others' "$(names "$tmp/d")" 'current documents.tsv facts.tsv faults.tsv findings.tsv link litter.tsv mine read.tsv rejects.tsv report.html report.xlsx runs summary.tsv superseded.tsv '
rm "$tmp/d/findings.tsv"
echo edited >"$tmp/d/findings.tsv"
status 'a file under the name of a result' 1 "$annual" -l en -q -o "$tmp/d" "$tmp/in"
matches 'is told' "$tmp/err" 'findings.tsv: is not of these tools; kept as findings.tsv.~1~'
is 'and kept' "$(cat "$tmp/d/findings.tsv.~1~")" edited
ok 'beside the result' grep -q 民政局 "$tmp/d/findings.tsv"
mkdir "$tmp/own" "$tmp/own/runs" "$tmp/own2"
echo mine >"$tmp/own/runs/1"
echo mine >"$tmp/own2/current"
status 'a folder runs of the user' 2 "$annual" -l en -q -o "$tmp/own" "$tmp/in"
matches 'is no place for results' "$tmp/err" 'own/runs: is not of these tools'
is 'and stays' "$(cat "$tmp/own/runs/1")" mine
status 'and so with "current"' 2 "$annual" -l en -q -o "$tmp/own2" "$tmp/in"
is 'which stays' "$(cat "$tmp/own2/current")" mine
before=$(state "$tmp/d")
status 'another script there' 2 "$notes" -l en -o "$tmp/d" "$tmp/d/findings.tsv"
matches 'is refused' "$tmp/err" 'd: holds results of annual'
is 'and changes nothing' "$(state "$tmp/d")" "$before"

# results below the operands
report 民政局 7 >"$tmp/more/a.txt"
"$annual" -q -o "$tmp/more/out/1" "$tmp/more" 2>"$tmp/err"
before=$(cat "$tmp/more/out/1"/*.tsv | cksum)
matches 'results below the operands are not counted' "$tmp/err" '^extract: 2 members = 2 documents'
"$annual" -q -o "$tmp/more/out/1" "$tmp/more" 2>"$tmp/err"
is 'nor read' "$(cat "$tmp/more/out/1"/*.tsv "$tmp/err" | cksum)" "$before"
"$annual" -q -o "$tmp/more/out/2" "$tmp/more" 2>"$tmp/err"
matches 'nor those of others' "$tmp/err" '^extract: 2 members = 2 documents'
mkdir "$tmp/here"
cp "$tmp/in/a.txt" "$tmp/here"
cd "$tmp/here" || exit 2
"$annual" -q -o . . 2>"$tmp/err"
"$annual" -q -o . . 2>"$tmp/err"
is 'nor those among them' "$(cut -f1 read.tsv)$(cat "$tmp/err")" './a.txt'

# locks
mkfifo "$tmp/go"
flock "$tmp/d/runs/.lock" cat "$tmp/go" >/dev/null &
exec 8>"$tmp/go"
echo '4711 (zhang)' >"$tmp/d/runs/.owner"
before=$(state "$tmp/d")
status 'a run at work' 2 "$annual" -l en -q -o "$tmp/d" "$tmp/in"
matches 'is named' "$tmp/err" 'process 4711 \(zhang\) is writing here'
is 'and left alone' "$(state "$tmp/d")" "$before"
exec 8>&-
wait
echo "$$ (root)" >"$tmp/d/runs/.owner"
status 'one that is gone, its number another'"'"'s now' 1 "$annual" -q -o "$tmp/d" "$tmp/in"
for i in 1 2 3 4; do
	"$annual" -q -o "$tmp/race" "$tmp/in" 2>/dev/null
	echo $? >"$tmp/race.$i" &
done
wait
"$annual" -q -o "$tmp/alone" "$tmp/in" 2>/dev/null
is 'runs at once write whole results or none' "$(state "$tmp/race")" "$(state "$tmp/alone")"
is 'and say which' "$(sort -u "$tmp"/race.? | tr -d '12\n')" ''
# Where the tree lies in a folder of root's, nobody else can run what is in it.
another_user() { setpriv --reuid=65534 --clear-groups "$@"; }
chmod 755 "$tmp"
chmod -R a+rX "$tmp/tree" "$tmp/in"
if [ "$(id -u)" -eq 0 ] && another_user test -x "$tmp/tree/bin/extract"; then
	status 'results of another user' 2 another_user \
	    "$annual" -l en -q -o "$tmp/d" "$tmp/in"
	matches 'are told to be' "$tmp/err" 'd/runs: belongs to user root'
	chmod 777 "$tmp/d" "$tmp/d/runs"
	chmod 600 "$tmp/d/runs/.lock"
	status 'and a lock' 2 another_user \
	    "$annual" -l en -q -o "$tmp/d" "$tmp/in"
	matches 'too' "$tmp/err" 'd/runs/.lock: belongs to user root'
else
	skip 'results of another user' 'not root, or nobody else can run the filters'
fi

# a tool that fails, at once or by a signal
mkdir "$tmp/failing"
before=$(state "$tmp/d")
for tool in awk sort cut tr cat grep head sha256sum b2sum sync mv ln find comm sed xargs mkdir flock readlink getopt; do
	for how in 'exit 2' 'kill -9 $$'; do
		printf '#!/bin/sh\n%s\n' "$how" >"$tmp/failing/$tool"
		chmod +x "$tmp/failing/$tool"
		status "$tool does $how" 2 env PATH="$tmp/failing:$PATH" "$annual" \
		    -q -o "$tmp/d" "$tmp/in" "$tmp/more"
		is 'changes nothing' "$(state "$tmp/d")" "$before"
	done
	rm "$tmp/failing/$tool"
done

# no symbolic links, as on FAT
printf '#!/bin/sh\nexit 1\n' >"$tmp/failing/ln"
chmod +x "$tmp/failing/ln"
PATH=$tmp/failing:$PATH "$annual" -l en -q -o "$tmp/fat" "$tmp/in" 2>"$tmp/err"
matches 'no links can be made: it says so' "$tmp/err" 'fat: no symbolic links can be made here'

# litter
mkdir "$tmp/litter" "$tmp/litter/__MACOSX"
cp "$tmp/in/a.txt" "$tmp/litter"
printf '\377\330\377\340\0\020JFIF\0\1\1\0' >"$tmp/litter/photo.jpg"
printf '\320\317\021\340\241\261\032\341' >"$tmp/litter/Thumbs.db"
printf '\0\5\26\7\0\2' >"$tmp/litter/__MACOSX/._a.txt"
: >"$tmp/litter/.DS_Store"
printf '\003abc\0' >"$tmp/litter/~\$a.docx"
"$annual" -q -o "$tmp/tidy" "$tmp/litter/a.txt" 2>"$tmp/err"
want=$?
status 'what desktops leave, and pictures, are no trouble' $want "$annual" -q \
    -o "$tmp/untidy" "$tmp/litter"
is 'nor documents' "$(cut -f1 "$tmp/untidy/facts.tsv" | sort -u)" "$tmp/litter/a.txt"
is 'nor unread' "$(cat "$tmp/untidy/rejects.tsv")" ''
is 'but listed' "$(cut -f2 "$tmp/untidy/litter.tsv" | sort | uniq -c | tr -s ' ')" ' 4 files of desktops
 1 pictures'

# letters
line() { printf '%s\t\t%s\t2023\tQ-ROW\terror\tfail\tx\t1\t2\tc\tL1\tm%s\n' "$1" "$2" "$1"; }
mkdir "$tmp/letters"
echo mine >"$tmp/letters/民政局.md"
echo mine >"$tmp/letters/other.md"
{ line 1 民政局; line 2 水务局; } | "$notes" -l en -o "$tmp/letters" >"$tmp/out" 2>"$tmp/err"
is 'letters, and a file that was there' "$(names "$tmp/letters")" \
    'current other.md runs 民政局.docx 民政局.md 民政局.md.~1~ 水务局.docx 水务局.md '
{ line 2 水务局; line 3 教育局; } | "$notes" -l en -o "$tmp/letters" >"$tmp/out" 2>"$tmp/err"
is 'one to an office now in order goes, nothing else' "$(names "$tmp/letters")" \
    'current other.md runs 教育局.docx 教育局.md 民政局.md.~1~ 水务局.docx 水务局.md '
is 'as it was' "$(cat "$tmp/letters/民政局.md.~1~" "$tmp/letters/other.md")" 'mine
mine'
status 'findings that cannot be read' 2 "$notes" -o "$tmp/letters" "$tmp/no-such-file"
ok 'leave the letters' [ -s "$tmp/letters/教育局.md" ]
plan "$tap_n"

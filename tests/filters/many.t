#!/bin/sh
# spread: the same bytes as annual's, however the work is cut, on whatever machine, and
# whoever is killed.  In full with MANY=1 (make many): thirty nights, more kills.
. tests/lib/tap.sh
of_scripts 'spread'
. tests/lib/tree.sh
. tests/many/sshd.sh
. tests/many/slurm.sh
command -v parallel >/dev/null && parallel --version 2>/dev/null | grep -q '^GNU' || {
	skip 'spread' 'no GNU parallel'
	plan "$tap_n"
	exit
}
server=
trap '[ -z "$server" ] || kill "$server"; end_cluster "$tmp/slurm"; rm -rf "$tmp"' EXIT
source_tree "$tmp/tree"
pipelines=$tmp/tree/pipelines

# Reports of offices over years, some sent twice, in archives and by themselves.
mkdir "$tmp/in" "$tmp/made"
nights=${MANY:+30}
nights=${nights:-3}
piece=${MANY:+6K}
piece=${piece:-24K}
awk -v reports=90 -v seed=5 -f tests/bench/describe.awk |
    awk -v labels=examples/labels.tsv -v out="$tmp/made" -f examples/render.awk
cd "$tmp/made" || exit 2
tar -czf "$tmp/all.tar.gz" $(ls -d */* | sed -n 1,40p)
cp "$root/examples/reports.tar.gz" "$tmp/in/0.tar.gz"
(cd "$(dirname "$(ls -d */* | sed -n 41p)")" && zip -q "$tmp/rest.zip" $(ls | head -n 20))
find . -type f | LC_ALL=C sort | tail -n "$nights" >"$tmp/nights"
cd "$tmp" || exit 2
echo '<html>' >in/cut.htm
head -c 900 all.tar.gz >in/cut.tar.gz
tar -cf twice.tar -C in 0.tar.gz cut.htm && tar -rf twice.tar -C in cut.htm 0.tar.gz

# results DIR: what spread and annual both write.
results() {
	for part in facts findings summary rejects litter superseded; do
		cat "$1/$part.tsv" || echo "no $part"
		echo "end of $part"
	done
}
# compare NAME DIR: with those of annual.
compare() {
	results "$2" >got
	same "$1" got want
}
spread() { "$pipelines/spread" -l en -j 2 -p "${size:-$piece}" "$@"; }
# until_done OPTION...: as often as it takes.
until_done() {
	times=0
	until spread "$@" 2>err || [ -e "$2/facts.tsv" ] || [ $times -ge 40 ]; do
		times=$((times + 1))
	done
}

# a night for each file
night=0
for file in $(cat nights); do
	night=$((night + 1))
	cp "made/$file" in/
	case $night in
	1) mv all.tar.gz in ;;
	2) mv rest.zip in ;;
	3) mv twice.tar in ;;
	esac
	"$pipelines/nightly" -l en -m 0 -i "$tmp/in" -o nights.out >/dev/null 2>nightly.err
done
"$pipelines/annual" -q -l en -o once "$tmp/in" 2>annual.err
results once >want
compare "a run, and $nights nights" nights.out
ok 'there is something of each' [ -s once/superseded.tsv -a -s once/rejects.tsv -a \
    "$(wc -l <once/findings.tsv)" -gt 20 ]

status 'spread over two processors' 2 spread -o "it's done" "$tmp/in"
compare 'the same bytes' "it's done"
ok 'in pieces' [ "$(grep -c ' piece [0-9]*$' "it's done/jobs.tsv")" -ge 4 ]
ok 'nothing is left on the way' [ ! -e "it's done/spool" ]
env "$bin/export" --to ndjson once/facts.tsv -o one.ndjson &&
    env "$bin/export" --to ndjson "it's done/facts.tsv" -o two.ndjson
same 'and so a store' two.ndjson one.ndjson
status 'over results of annual' 2 spread -o once "$tmp/in"
matches 'is refused' err 'once: holds results of annual'

# What others' frameworks run.
find in -type f | LC_ALL=C sort >list
"$bin/extract" -q $(cat list) 2>/dev/null | "$bin/sectionize" | "$bin/tabulate" -q >facts
"$bin/check" --lang en --by-office facts >findings
split -n l/3 list list.
for part in list.a?; do
	"$pipelines/spread" --map <"$part" 2>>counters
done | LC_ALL=C sort -s -t "$tap_tab" -k1,3 | "$pipelines/spread" -l en --reduce >reduced
same 'map, sort, reduce' reduced findings
ok 'rejects are counted' grep -q '^reporter:counter:nianbao,rejected,[1-9]' counters

# Two hosts.
if two_hosts "$tmp/ssh"; then
	size=40K
	PARALLEL_SSH="ssh -F $tmp/ssh/client" spread -S 1/one,1/two -o hosts "$tmp/in" 2>err
	size=
	compare 'two hosts' hosts
	is 'which both had work' "$(cut -f2 hosts/jobs.tsv | sort -u | grep -c -e one -e two)" 2
else
	skip 'two hosts' "$no_hosts"
fi

# Workers are killed: their whole group, at some of the calls of a filter.
for filter in sectionize check; do
	rm "$tmp/tree/bin/$filter"
	cat >"$tmp/tree/bin/$filter" <<-EOS
	#!/bin/sh
	echo \$\$ >>$tmp/calls
	group=\$(ps -o pgid= -p \$\$)
	case \$(wc -l <$tmp/calls) in
	\$(cat $tmp/deadly 2>/dev/null)) [ \$group -eq $(ps -o pgid= -p $$) ] || env kill -KILL -- -\${group##* } ;;
	esac
	exec $bin/$filter "\$@"
	EOS
	chmod +x "$tmp/tree/bin/$filter"
done
echo '*[147]' >deadly
: >calls
until_done -o killed "$tmp/in"
compare 'some workers killed' killed
echo '?*' >deadly
status 'all workers killed' 2 spread -o dead "$tmp/in"
matches 'files are named, and entries' err "^spread: $tmp/in/all.tar.gz [0-9]*-[0-9]*: not read, three times over"
ok 'and nothing is there' [ ! -e dead/facts.tsv ]
is 'but the list' "$(cut -f1 dead/spool/failed.tsv | sort -u)" piece
echo 年报 >in/new.txt
status 'another file by now' 2 spread -o dead "$tmp/in"
matches 'is told: all begins anew' err '^spread: .*/dead/spool: the files or settings are others'
rm in/new.txt deadly
status 'once more, without' 2 spread -o dead "$tmp/in"
compare 'does the rest' dead
for moment in 0.6 ${MANY:+0.3 0.9 1.2 1.5 1.8 0.4 0.5 0.7 0.8}; do
	setsid "$pipelines/spread" -l en -j 2 -p "$piece" -o slain "$tmp/in" >/dev/null 2>&1 &
	sleep "$moment"
	kill -9 "$!" 2>/dev/null
done
until_done -o slain "$tmp/in"
compare 'itself killed, and begun again' slain

# Slurm.
if cluster "$tmp/slurm"; then
	echo '[147]' >deadly
	: >calls
	size=40K
	status 'submitted' 0 spread --slurm '' -o slurmed "$tmp/in"
	for second in $(seq 120); do
		[ -e slurmed/facts.tsv ] && break
		sleep 1
	done
	compare 'Slurm' slurmed
else
	skip 'Slurm' "$no_cluster"
fi
# What doc/scale.md tells of a thousand machines.
for minutes in ${MANY:+5 20} 60; do
	for twice in 0 1; do
		awk -v seed=1 -v work=38000 -v minutes=$minutes -v twice=$twice \
		    -f "$root/tests/many/thousand.awk"
	done | awk -F '\t' '
	NR == 1 { line = sprintf("| %s | %s | %s |", $1, $2, $3); rest = $6 " | " $7 " |" }
	END { print line, $3, "|", rest }' >line
	is "a thousand machines, tasks of $minutes minutes" \
	    "$(sed 's/\([0-9]\),\([0-9]\)/\1\2/' "$root/doc/scale.md" | grep -cFxf line)" 1
done
plan "$tap_n"

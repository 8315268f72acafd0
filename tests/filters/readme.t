#!/bin/sh
# What the READMEs show is what comes out: each block of `$ command' lines is
# run, and the output is what stands below the command; in the source tree, and
# installed under a prefix, whatever else of our names is earlier in PATH.
. tests/lib/tap.sh
of_scripts 'the READMEs'
. tests/lib/tree.sh

# readme FILE DIR: runs what FILE shows in DIR.
readme() {
	mkdir -p "$2"
	# N.cmd and N.want for each command.
	awk -v out="$2/" '
	/^    \$ / { n++; print substr($0, 7) > (out n ".cmd")
		printf "" > (out n ".want"); shown = 1; next }
	shown && /^    / { print substr($0, 5) > (out n ".want"); next }
	{ shown = 0 }
	END { print n + 0 }' "$1" >"$tmp/count"
	n=$(cat "$tmp/count")
	ok "$(basename "$1") shows commands" [ "$n" -gt 0 ]
	i=1
	while [ "$i" -le "$n" ]; do
		(cd "$2" && sh "./$i.cmd") >"$tmp/out" 2>&1
		same "$(basename "$1"): $(cat "$2/$i.cmd")" "$tmp/out" "$2/$i.want"
		i=$((i + 1))
	done
}

source_tree "$tmp/tree"
install_prefixed "$tmp/installed"
foreign "$tmp/foreign"
own=$PATH
for file in README.md README.zh.md; do
	PATH=$tmp/tree/bin:$tmp/foreign:$own
	tap_of=
	readme $file "$tmp/tree"
	PATH=$tmp/foreign:$tmp/installed/bin:$own
	tap_of='prefixed: '
	readme "$tmp/installed/share/doc/nianbao/$file" "$tmp/prefixed"
done

# The other names, in the manuals and where the programs speak.
man=$tmp/installed/share/man
is 'manuals have the names' "$(grep -lE '^\.Nm nb-' "$man"/man1/*.1 | wc -l)" \
    "$(find "$man/man1" -type f | wc -l)"
is 'and name no other' "$(grep -hE '^\.(It )?Xr (extract|sectionize|tabulate|check|annual) 1|\| (extract|sectionize|tabulate|check)( |$)' \
    "$man"/man?/*)" ''
for program in nb-tabulate nb-annual; do
	"$tmp/installed/bin/$program" --help >"$tmp/out"
	matches "$program knows its name" "$tmp/out" "^usage: $program "
	"$tmp/installed/bin/$program" /no/such/file >"$tmp/out" 2>&1
	matches "$program speaks under it" "$tmp/out" "^$program: "
done
plan $tap_n

#!/bin/sh
# What is in Chinese is in step with the English: every message and every line of the
# help has a line in lib/data/chinese.tsv, and no line is left of what is said no more;
# the help of a script has its options; each manual has its Chinese, of the same
# sections, options and examples.
. tests/lib/tap.sh
of_scripts 'Chinese in step'
of_any_system 'Chinese in step'
table=lib/data/chinese.tsv

# What is told of the source.
sources() { find filters lib -name '*.c' -o -name '*.cc' -o -name '*.h' | LC_ALL=C sort; }
if command -v python3 >/dev/null; then
	# shellcheck disable=SC2046 # names without blanks
	python3 tests/chinese/said.py said $(sources) | LC_ALL=C sort -u >"$tmp/said"
	cut -f1 "$table" >"$tmp/english"
	grep -v '^#' tests/chinese/unsaid >"$tmp/unsaid"
	LC_ALL=C awk '
	FILENAME ~ /unsaid$/ { unsaid[$0]; next }
	FILENAME ~ /english$/ { all = all "\n" $0; next }
	!($0 in unsaid) && !index(all, $0)' "$tmp/unsaid" "$tmp/english" "$tmp/said" >"$tmp/out"
	is 'every message has its Chinese' "$(cat "$tmp/out")" ''
	LC_ALL=C awk 'NR == FNR { said[$0]; next } !($0 in said)' \
	    "$tmp/said" "$tmp/unsaid" >"$tmp/out"
	is 'what is not said is still there' "$(cat "$tmp/out")" ''
	# shellcheck disable=SC2046
	python3 tests/chinese/said.py stale "$table" $(sources) >"$tmp/out"
	is 'no line is left of what is said no more' "$(cat "$tmp/out")" ''
else
	skip 'every message has its Chinese' 'no python3'
fi

# The lines themselves.
is 'a line is English and Chinese' "$(awk -F '\t' '!/^#/ && NF && (NF != 2 || $2 == "")' \
    "$table")" ''
is 'no line twice' "$(grep -v '^#' "$table" | cut -f1 | LC_ALL=C sort | uniq -d)" ''
is 'a hole of the Chinese is one of the English' "$(awk -F '\t' '
!/^#/ && NR > 1 {
	n = gsub(/%[0-9.*lz]*[sducf]/, "&", $1)
	for (m = 0; match($2, /\{[1-9]\}/); m++) {
		if (substr($2, RSTART + 1, 1) > n)
			print
		$2 = substr($2, RSTART + 3)
	}
	if (m != n)
		print
}' "$table")" ''

# The help of the filters and of the scripts.
options() { grep -o -e '--*[a-z][a-z-]*' "$1" | LC_ALL=C sort -u; }
for filter in filters/*.c; do
	filter=$(basename "$filter" .c)
	LC_ALL=zh_CN.UTF-8 "$bin/$filter" --help >"$tmp/out"
	is "$filter: nothing of its help is left in English" \
	    "$(sed 's/--*[a-z-]*//g' "$tmp/out" | grep -v '[^ -~]')" ''
done
is 'each script has its help' "$(for script in pipelines/*; do
	[ -x "$script" ] && [ -f "$script" ] && ! [ -e "pipelines/zh/${script##*/}" ] && echo "$script"
done)" ''
for script in pipelines/zh/*; do
	name=$(basename "$script")
	[ "$name" != options.sed ] || continue
	LC_ALL=C "$root/pipelines/$name" --help >"$tmp/english"
	options "$tmp/english" >"$tmp/wanted"
	options "$script" >"$tmp/options"
	same "$name: its options are those of the English" "$tmp/options" "$tmp/wanted"
done

# The manuals.
tests/chinese/manuals >"$tmp/out"
is 'every manual has its Chinese, in step with it' "$(cat "$tmp/out")" ''

# doc/accuracy.md, which tests/accuracy writes anew from these.
missing=
for part in $(grep -o 'tests/[a-z/]*[.]md' tests/accuracy); do
	awk 'NR == FNR { want = want $0 "\n"; next } { have = have $0 "\n" }
	    END { exit index(have, want) == 0 }' "$part" doc/accuracy.md || missing="$missing $part"
done
is 'doc/accuracy.md has all that it is put together from' "$missing" ''
plan "$tap_n"

# doc/architecture.md names nothing that is gone.
. tests/lib/tap.sh
of_scripts 'the map'
of_any_system 'the map'

grep -o '`[^`]*`' doc/architecture.md | tr -d '`' | LC_ALL=C sort -u >"$tmp/named"
grep -E '^(lib|filters|tests|doc)/' "$tmp/named" | while read -r path; do
	[ -e "$path" ] || echo "$path"
done >"$tmp/gone"
is 'every file and folder is there' "$(cat "$tmp/gone")" ''
ok 'there are some' [ "$(grep -c / "$tmp/named")" -gt 30 ]
tr '/' '\n' <"$tmp/named" | sed -n 's/^\([a-z_0-9]*\)()$/\1/p' >"$tmp/functions"
find lib filters -name '*.[ch]' -exec cat {} + >"$tmp/code"
while read -r name; do
	grep -Eq "^$name\(" "$tmp/code" || echo "$name"
done <"$tmp/functions" >"$tmp/gone"
is 'every function is there' "$(cat "$tmp/gone")" ''
ok 'there are some too' [ "$(wc -l <"$tmp/functions")" -gt 30 ]
plan "$tap_n"

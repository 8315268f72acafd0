#!/bin/sh
# A few of the moments and steps that `make kills' tries, and that it would notice.
. tests/lib/tap.sh
of_any_system 'scripts that are killed'
of_scripts 'scripts that are killed'
# shellcheck source=tests/lib/tree.sh
. tests/lib/tree.sh
source_tree "$tmp/tree"
scripts=$tmp/tree/pipelines
export TMPDIR="$tmp"

status 'killed at any moment' 0 python3 -B tests/kills/kill_trial.py -n "$(lots 2)" "$scripts"
sed 's/^/# /' "$tmp/out"
mkdir "$tmp/careless"
cat >"$tmp/careless/mv" <<'EOS'
#!/bin/sh
# Switches as if it were not at once.
for last; do :; done
case $last in
*/current)
	rm "${last%/*}/facts.tsv"
	sleep 1
	ln -s current/facts.tsv "${last%/*}/facts.tsv"
	;;
esac
exec /bin/mv "$@"
EOS
printf '#!/bin/sh\n' >"$tmp/careless/sync"
chmod +x "$tmp/careless/mv"
# Both moments of that seed are at four fifths of the run, most of which is that sleep.
status 'a switch that is not one' 1 env PATH="$tmp/careless:$PATH" \
    python3 -B tests/kills/kill_trial.py -s 9 -n 2 "$scripts" annual
matches 'is noticed' "$tmp/out" '^annual: moment .* mixed: facts.tsv'
rm "$tmp/careless/mv"

if command -v strace >/dev/null; then
	status 'the power failing at any step' 0 python3 -B tests/kills/power_trial.py \
	    -n "$(lots 4)" "$scripts"
	sed 's/^/# /' "$tmp/out"
	chmod +x "$tmp/careless/sync"
	status 'without sync' 1 env PATH="$tmp/careless:$PATH" \
	    python3 -B tests/kills/power_trial.py -n 20 "$scripts" return-notes
	matches 'is noticed' "$tmp/out" 'mixed: '
else
	skip 'the power failing at any step' 'no strace'
fi
plan "$tap_n"

# Thousands of damaged reports: a cell is read, or given up, but never reported with
# another cell's number.  The counts are printed as comments.
. tests/lib/tap.sh
of_any_system 'what damage does'

plan 4
if ! command -v python3 >/dev/null; then
	skip 'no figure is misplaced' 'no python3'
	skip 'undamaged grids are read' 'no python3'
	skip 'few figures are taken for blanks' 'no python3'
	skip 'few figures are said to be absent' 'no python3'
	exit
fi
status 'no figure is misplaced' 0 sh tests/corruption/run 1 "$(lots 4000 300)"
sed 's/^/# /' "$tmp/out"
sh tests/corruption/run 2 "$(lots 1400 280)" layout >"$tmp/layouts" 2>&1
sed 's/^/# /' "$tmp/layouts"
ok 'undamaged grids are read' awk '
    $1 ~ /^(grid_tabs|html|pipes|tabs|one_a_tab_line)$/ {
	n += $2; read += $3
    }
    END { exit !(n > 0 && read / n > 0.97) }' "$tmp/layouts"
ok 'few figures are taken for blanks' awk '
    $1 == "all" { exit !($5 / $2 < 0.0001) }' "$tmp/out"
ok 'few figures are said to be absent' awk '
    $1 == "all" { exit !($6 / $2 < 0.001) }' "$tmp/out"

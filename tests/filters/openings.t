#!/bin/sh
# sectionize: whose report it is, of which year and place, on made-up openings of
# 84 offices of all kinds.  `sh tests/filters/openings.t --write' takes what comes
# out: fewer may be right only where a wrong one is gone.
. tests/lib/tap.sh
of_any_system 'whose reports'
plan 1

tests/openings/run >"$tmp/got"
[ "${1:-}" != --write ] || cp "$tmp/got" tests/openings/openings.want
same 'offices, regions, years, genres' "$tmp/got" tests/openings/openings.want

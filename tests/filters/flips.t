#!/bin/sh
# A sample of what make flips tries: no single flipped bit changes in silence what
# a checksum is of.
. tests/lib/tap.sh
flips=$(lots 300 30)
if command -v zstd >/dev/null && command -v lz4 >/dev/null &&
    command -v bsdtar >/dev/null; then
	tests/flips/run "$flips" 7 >"$tmp/told"
	is 'what is read of a file with a flipped bit' "$(grep '^#' "$tmp/told")" ''
	is 'of each kind' "$(grep -c "	$flips	" "$tmp/told")" 21
else
	skip 'flips' 'no zstd, lz4 or bsdtar here'
	skip 'of each kind' 'no zstd, lz4 or bsdtar here'
fi
plan $tap_n

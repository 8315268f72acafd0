# What pinpoint makes of the fixtures, in whole; `tests/golden pinpoint' shows what
# differs, `tests/golden -w pinpoint' takes it for right.
. tests/lib/tap.sh
. tests/lib/golden.sh
hold pinpoint

# What check makes of the fixtures, in whole; `tests/golden check' shows what
# differs, `tests/golden -w check' takes it for right.
. tests/lib/tap.sh
. tests/lib/golden.sh
hold check

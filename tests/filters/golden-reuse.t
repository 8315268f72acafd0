# What reuse makes of the fixtures, in whole; `tests/golden reuse' shows what
# differs, `tests/golden -w reuse' takes it for right.
. tests/lib/tap.sh
. tests/lib/golden.sh
hold reuse

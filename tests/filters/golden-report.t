# What report makes of the fixtures, in whole; `tests/golden report' shows what
# differs, `tests/golden -w report' takes it for right.
. tests/lib/tap.sh
. tests/lib/golden.sh
hold report

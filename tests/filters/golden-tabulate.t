# What tabulate makes of the fixtures, in whole; `tests/golden tabulate' shows what
# differs, `tests/golden -w tabulate' takes it for right.
. tests/lib/tap.sh
. tests/lib/golden.sh
hold tabulate

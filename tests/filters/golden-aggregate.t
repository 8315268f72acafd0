# What aggregate makes of the fixtures, in whole; `tests/golden aggregate' shows what
# differs, `tests/golden -w aggregate' takes it for right.
. tests/lib/tap.sh
. tests/lib/golden.sh
hold aggregate

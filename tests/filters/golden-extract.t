# What extract makes of the fixtures, in whole; `tests/golden extract' shows what
# differs, `tests/golden -w extract' takes it for right.
. tests/lib/tap.sh
. tests/lib/golden.sh
hold extract

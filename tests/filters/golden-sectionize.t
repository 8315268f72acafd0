# What sectionize makes of the fixtures, in whole; `tests/golden sectionize' shows what
# differs, `tests/golden -w sectionize' takes it for right.
. tests/lib/tap.sh
. tests/lib/golden.sh
hold sectionize

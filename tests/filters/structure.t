# The tree stays readable: no circles, no name that means two things.
. tests/lib/tap.sh

plan 1
is 'no circle, no name of two meanings' "$(sh tests/structure)" ''

# The tree stays readable: no circles, no name that means two things.
. tests/lib/tap.sh
of_scripts 'files and rooms'
of_any_system 'files and rooms'

plan 1
is 'no circle, no name of two meanings' "$(sh tests/structure)" ''

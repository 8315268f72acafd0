#!/bin/sh
# What extract says and does where it cannot have its walls.
. tests/lib/tap.sh
without=${BUILD:-build}/tests/lib/without
case $without in /*) ;; *) without=$root/$without ;; esac
case $bin in /*) ;; *) bin=$root/$bin ;; esac
cd "$tmp" || exit 2
echo 公开 >a.txt

if grep -q __asan_init "$bin/extract" || ! "$without" landlock seccomp -- true; then
	skip 'no sandbox' 'not with a sanitizer, or not here'
	plan $tap_n
	exit
fi
"$bin/extract" a.txt >want 2>err
if grep -q 'no whole sandbox' err; then
	skip 'a whole sandbox' 'not here'
else
	status 'a whole sandbox' 0 "$bin/extract" --require-sandbox a.txt
	same 'is had' out want
fi
while read -r call reason; do
	status "without $call" 0 "$without" "$call" -- "$bin/extract" a.txt a.txt
	is 'is told once' "$(grep -c sandbox err) $(head -1 err)" \
	    "1 extract: no whole sandbox: $reason"
	status 'and refused where it is required' 2 \
	    "$without" "$call" -- "$bin/extract" --require-sandbox a.txt
	is 'with nothing read' "$(cat out err)" "extract: no whole sandbox: $reason"
done <<'END'
landlock the kernel has no Landlock
seccomp the kernel refuses the filter of system calls
END
status 'none is wanted, one is required' 2 "$bin/extract" --no-sandbox --require-sandbox a.txt
is 'says so' "$(cat err)" 'extract: no whole sandbox: not wanted'

# tesseract and pdftoppm from where bubblewrap shows nothing: they are run without it.
mkdir tools
for tool in tesseract pdftoppm; do
	printf '#!/bin/sh\necho chi_sim\necho eng\n' >tools/$tool
	chmod +x tools/$tool
done
reason='no whole sandbox: tesseract and pdftoppm run without bubblewrap'
PATH=$PWD/tools:$PATH
status 'OCR without bubblewrap' 0 "$bin/extract" --ocr a.txt a.txt
is 'is told once' "$(grep -c 'without bubblewrap' err) $(grep bubblewrap err)" "1 extract: $reason"
status 'and refused where a sandbox is required' 2 \
    "$bin/extract" --ocr --require-sandbox --rejects rejects a.txt
is 'with nothing read' "$(cat out err)$(ls rejects 2>/dev/null)" "extract: $reason"
status 'none is wanted' 0 "$bin/extract" --ocr --no-sandbox a.txt
is 'none is told' "$(grep -c sandbox err)" 0
plan $tap_n

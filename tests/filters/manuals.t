#!/bin/sh
# The manuals, in English and in Chinese: mandoc understands and draws them.  That the
# Chinese are in step is looked at by in-step.t; here, that their judge sees it.
. tests/lib/tap.sh
of_scripts 'the manuals'
. tests/lib/tree.sh

if command -v mandoc >/dev/null; then
	for page in doc/*.[157] doc/zh/*.[157]; do
		is "$page: mandoc finds nothing" "$(mandoc -T lint -W warning "$page")" ''
		mandoc -T utf8 "$page" >"$tmp/out"
		ok "$page: mandoc draws it" [ "$(wc -l <"$tmp/out")" -gt 20 ]
	done
else
	skip 'the manuals' 'no mandoc'
fi
# The judge finds what it is for.
mkdir -p "$tmp/tree/tests" "$tmp/tree/doc"
cp -R tests/chinese "$tmp/tree/tests"
cp -R doc/zh doc/aggregate.1 "$tmp/tree/doc"
english=$tmp/tree/doc/aggregate.1
chinese=$tmp/tree/doc/zh/aggregate.1
judge() { "$tmp/tree/tests/chinese/manuals" aggregate.1; }
is 'a page in step' "$("$tmp/tree/tests/chinese/manuals" -w aggregate.1)" ''
sed 's/and writes one line for each/and writes a line for each/' doc/aggregate.1 >"$english"
is 'a word of the English has changed' "$(judge)" \
    'doc/zh/aggregate.1, DESCRIPTION: the English has changed since it was written '
sed 's/^\.It Fl Fl copies/.It Fl Fl each/' doc/aggregate.1 >"$english"
is 'an option has another name' "$(judge)" 'doc/zh/aggregate.1, DESCRIPTION: has no --each
doc/zh/aggregate.1, DESCRIPTION: the English has changed since it was written '
cp doc/aggregate.1 "$english"
sed 's/^\.Dl aggregate -H -g year .*/.Dl aggregate x/; /^\.Xr mlr 1/d' doc/zh/aggregate.1 >"$chinese"
is 'an example differs, a reference is missing' "$(judge)" \
    'doc/zh/aggregate.1, EXAMPLES: has no example aggregate -H -g year -i requests.new -c total facts.tsv
doc/zh/aggregate.1, SEE ALSO: has no Xr mlr 1
doc/zh/aggregate.1, EXAMPLES: has, as the English has not, example aggregate x'
sed '/^\.Sh 例子/d' doc/zh/aggregate.1 >"$chinese"
is 'a section is missing' "$(judge)" \
    'doc/zh/aggregate.1: its sections are not those of the English page'
rm "$chinese"
is 'the page is missing' "$(judge)" 'doc/zh/aggregate.1: there is none'

# Installed, the Chinese stand where man looks for them, and have the prefix.
install_prefixed "$tmp/installed"
man=$tmp/installed/share/man
is 'each page stands in both languages' \
    "$(cd "$man" && find man? -type f | LC_ALL=C sort)" \
    "$(cd "$man/zh_CN" && find man? -type f | LC_ALL=C sort)"
is 'the Chinese have the names' "$(grep -lE '^\.Nm nb-' "$man"/zh_CN/man1/*.1 | wc -l)" \
    "$(find "$man/zh_CN/man1" -type f | wc -l)"
is 'and name no other' "$(grep -hE '^\.(It )?Xr (extract|sectionize|tabulate|check|annual) 1|\| (extract|sectionize|tabulate|check)( |$)|[$][(](extract|sectionize|tabulate|check) ' \
    "$man"/man?/* "$man"/zh_CN/man?/*)" ''
LANG=zh_CN.UTF-8 LC_ALL='' "$tmp/installed/bin/nb-annual" --help >"$tmp/out"
matches 'so does the help of a script' "$tmp/out" '^用法：nb-annual '
matches 'and what it refers to' "$tmp/out" 'nb-extract\(1\)'
is 'nothing is left uninstalled' "$(make -s uninstall PREFIX="$tmp/installed" PROGRAM_PREFIX=nb- \
    BIN="$bin" BUILD="$BUILD" && find "$tmp/installed" -type f)" ''
plan "$tap_n"

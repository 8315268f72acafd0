#!/bin/sh
# embed.sh FILE: FILE as C, on standard output: the bytes of NAME.tsv as the slice
# data_NAME, those of page.css as data_page_css ('-' in a name becomes '_').
set -eu
name=$(basename "$1" .tsv | tr '.-' __)
printf '#include "base/slice.h"\n\n'
printf 'extern const struct slice data_%s;\n' "$name"
printf 'static const unsigned char bytes[] = {\n'
od -An -v -tu1 "$1" | sed 's/ *\([0-9][0-9]*\)/\1,/g'
printf '0 };\n'
printf 'const struct slice data_%s =\n' "$name"
printf '    { (const char *)bytes, sizeof(bytes) - 1 };\n'

# Each document on a line: what is known of it, then its records, each with its
# section; of headings the words, too.
BEGIN { FS = "\t" }
$1 != doc { if (doc != "") print line; doc = $1; line = doc ":" }
$3 == "meta" && $4 ~ /-source$/ { line = line "(" $NF ")"; next }
$3 == "meta" { line = line " " $4 "=" $NF; next }
{ line = line " " $2 "=" $4 ($3 == "head" ? "[" $9 "]" : "") }
END { print line }

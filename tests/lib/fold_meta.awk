# What is known of each document, one a line.
BEGIN { FS = "\t" }
$3 != "meta" { next }
$1 != doc { if (doc != "") print line; doc = $1; line = doc ":" }
$4 !~ /-source$/ { line = line " " $4 "=" $NF; next }
{ line = line "(" $NF ")" }
END { print line }

# Claims of sentences, those of a line on a line.
BEGIN { FS = "\t" }
$12 != loc || $1 != doc {
	if (line != "")
		print line
	doc = $1
	loc = $12
	line = loc ":"
}
{ item = $6; sub(/^prose[.]/, "", item); line = line " " item "@" $7 "=" $8 $9 }
END { print line }

# Sourced by tests of PDFs: draws small ones, with no table of contents of
# their bytes (poppler rebuilds it) and a font that is not embedded.
#
#	{ words 72 700 12 公开; line 72 690 300 690; } >page
#	pdf page page >file.pdf		a page for each file
#
# RESOURCES, FONTS and PAGE hold more of a page's resources, of the fonts among
# them, of its own entries; OBJECTS, more objects, from number 100 on.

# words X Y SIZE TEXT: TEXT from X, Y on, in points from the left and below.
words() {
	printf 'BT /F %s Tf %s %s Td <%s> Tj ET\n' "$3" "$1" "$2" \
	    "$(printf %s "$4" | iconv -f UTF-8 -t UTF-16BE | od -An -v -tx1 | tr -d ' \n')"
}

# slanted X Y SIZE TEXT: the same, rising by 45 degrees.
slanted() { words 0 0 "$3" "$4" | sed "s/0 0 Td/0.7 0.7 -0.7 0.7 $1 $2 Tm/"; }

# line X0 Y0 X1 Y1: a stroke.  bar X Y WIDTH HEIGHT: a filled rectangle.
line() { echo "$1 $2 m $3 $4 l S"; }
bar() { echo "$1 $2 $3 $4 re f"; }

# pdf PAGE...: the objects.
pdf() {
	pdf_kids='' pdf_n=10
	printf '%%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n'
	echo '3 0 obj <</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>> endobj'
	echo '4 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R/DW 1000/W[1 95 500 814 939 500]>> endobj'
	echo '5 0 obj <</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/StemV 80>> endobj'
	for drawn_page in "$@"; do
		echo "$pdf_n 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]$PAGE/Resources<</Font<</F 3 0 R$FONTS>>$RESOURCES>>/Contents $((pdf_n + 1)) 0 R>> endobj"
		echo "$((pdf_n + 1)) 0 obj <</Length $(wc -c <"$drawn_page" | tr -d ' ')>> stream"
		cat "$drawn_page"
		echo 'endstream endobj'
		pdf_kids="$pdf_kids $pdf_n 0 R"
		pdf_n=$((pdf_n + 2))
	done
	echo "2 0 obj <</Type/Pages/Count $#/Kids[$pdf_kids]>> endobj"
	echo "$OBJECTS"
	echo 'trailer <</Root 1 0 R>>'
}

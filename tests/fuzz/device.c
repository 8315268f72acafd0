/* What the reader of PDFs is given by poppler: any content stream, with fonts of
 * each kind, a form, a picture and states, in a page that is whole, gives valid
 * blocks. */
#include <stdio.h>

#include "base/buffer.h"
#include "decode.h"
#include "format/pdf/pdf.h"
#include "lib/lines.h"

FUZZ_LINES(' ')

enum { OBJECTS = 12 };

static const char *const object[OBJECTS] = {
	[1] = "<</Type/Catalog/Pages 2 0 R>>",
	[2] = "<</Type/Pages/Kids[3 0 R]/Count 1>>",
	[3] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 11 0 R"
	    "/Resources<</Font<</F0 4 0 R/F1 5 0 R/F2 8 0 R>>/XObject<</X0 9 0 R"
	    "/X1 10 0 R>>/ExtGState<</G0<</ca 0/CA 0>>/G1<</BM/Multiply/ca .5>>"
	    ">>/Pattern<</P0<</PatternType 2/Shading<</ShadingType 2"
	    "/ColorSpace/DeviceGray/Coords[0 0 1 1]/Function<</FunctionType 2"
	    "/Domain[0 1]/N 1>>>>>>>>>>>>",
	[4] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
	[5] = "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H"
	    "/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
	[6] = "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo"
	    "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000"
	    "/W[1[500 0 -200]]/FontDescriptor<</Type/FontDescriptor/FontName/A"
	    "/Flags 4>>>>",
	[7] = "<</Length 112>>stream\n1 begincodespacerange<0000><FFFF>"
	    "endcodespacerange 1 beginbfrange<0000><00FF><4E00>endbfrange\n"
	    "endstream                        ",
	[8] = "<</Type/Font/Subtype/Type3/FontMatrix[.001 0 0 .001 0 0]/FontBBox"
	    "[0 0 1 1]/FirstChar 65/LastChar 66/Widths[500 0]/Encoding"
	    "<</Differences[65/a/b]>>/CharProcs<</a 9 0 R>>>>",
	[9] = "<</Type/XObject/Subtype/Form/BBox[0 0 300 300]/Matrix[0 1 -1 0 9 9]"
	    "/Length 20>>stream\n0 0 m 200 0 l S 1 w \nendstream",
	[10] = "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8"
	    "/ColorSpace/DeviceGray/Length 1>>stream\nA\nendstream",
};

static void
add_number(struct buffer *pdf, const char *format, size_t n)
{
	char text[64];

	snprintf(text, sizeof(text), format, n);
	buffer_string(pdf, text);
}

static void
add_content(struct buffer *pdf, struct slice content)
{
	add_number(pdf, "<</Length %zu>>stream\n", content.n);
	buffer_add(pdf, content);
	buffer_string(pdf, "\nendstream");
}

/* Puts the file around CONTENT. */
static void
make_pdf(struct buffer *pdf, struct slice content)
{
	size_t at[OBJECTS], table;

	buffer_string(pdf, "%PDF-1.4\n");
	for (size_t i = 1; i < OBJECTS; i++) {
		at[i] = pdf->n;
		add_number(pdf, "%zu 0 obj\n", i);
		if (object[i] != NULL)
			buffer_string(pdf, object[i]);
		else
			add_content(pdf, content);
		buffer_string(pdf, "\nendobj\n");
	}
	table = pdf->n;
	add_number(pdf, "xref\n0 %zu\n0000000000 65535 f \n", OBJECTS);
	for (size_t i = 1; i < OBJECTS; i++)
		add_number(pdf, "%010zu 00000 n \n", at[i]);
	add_number(pdf, "trailer<</Size %zu/Root 1 0 R>>\n", OBJECTS);
	add_number(pdf, "startxref\n%zu\n%%%%EOF\n", table);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct fuzz_sink sink = { FUZZ_SINK, 1 };
	struct buffer    pdf = { .n = 0 };

	make_pdf(&pdf, (struct slice){ (const char *)bytes, n });
	pdf_read(buffer_slice(&pdf), &sink.sink);
	buffer_free(&pdf);
	return 0;
}

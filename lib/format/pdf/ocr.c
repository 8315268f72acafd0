#include "ocr.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/spool.h"
#include "base/utf8.h"
#include "format/convert/walls.h"
#include "format/page/char_class.h"

bool pdf_ocr_wanted;

enum { DOTS_PER_INCH = 300 };

/* A line or a word as tesseract's TSV has it: level page block paragraph line
 * word left top width height confidence text. */
struct ocr_record {
	long           level;
	struct page_box box;	/* points */
	struct slice   text;
};

enum { FIELD_LEFT = 6, FIELD_TEXT = 11, LEVEL_LINE = 4, LEVEL_WORD = 5 };

static bool
read_seen(char *line, struct ocr_record *seen)
{
	float place[4];
	char *field = line;

	seen->level = strtol(line, NULL, 10);
	for (int i = 0; i < FIELD_TEXT; i++) {
		if (i >= FIELD_LEFT && i < FIELD_LEFT + 4)
			place[i - FIELD_LEFT] = (float)strtol(field, NULL,
			    10) * 72 / DOTS_PER_INCH;
		field = strchr(field, '\t');
		if (field == NULL)
			return false;
		field++;
	}
	seen->box = (struct page_box){ place[0], place[1], place[0] + place[2],
		place[1] + place[3] };
	seen->text = slice_trim(slice_of(field));
	return true;
}

static float
share_of(uint32_t c)
{
	return page_is_wide(c) ? 2 : 1;
}

static void
add_ocr_glyph(struct drawn_page *page, struct page_box box, float size,
    uint32_t c)
{
	if (page->glyphs == PAGE_GLYPHS_MAX)
		return;
	page->glyph = memory_room(page->glyph, &page->glyph_room,
	    page->glyphs, sizeof(*page->glyph));
	page->glyph[page->glyphs++] = (struct page_glyph){ box, size, c,
		PAGE_ALONG, PAGE_SEEN };
}

/* Adds a word of LINE, whose height it gets, as its own varies with its
 * letters, behind the words before, which end at *END.  Its letters share its
 * box by their widths. */
static void
add_ocr_word(struct drawn_page *page, const struct ocr_record *word,
    const struct ocr_record *line, float *end)
{
	struct page_box box = word->box;
	float          shares = 0, width;
	uint32_t       c;

	box.top = line->box.top;
	box.bottom = line->box.bottom;
	if (box.left < *end)
		box.left = *end;
	width = box.right > box.left ? box.right - box.left : 0;
	for (struct slice rest = word->text; rest.n > 0; shares += share_of(c))
		rest = slice_from(rest, utf8_decode(rest, &c));
	for (struct slice rest = word->text; rest.n > 0; ) {
		rest = slice_from(rest, utf8_decode(rest, &c));
		box.right = box.left + width * share_of(c) / shares;
		add_ocr_glyph(page, box, box.bottom - box.top, c);
		box.left = box.right;
	}
	*end = box.left;
}

/* Behind walls where they can be had and show the programs; asked once. */
static const char *
walls(void)
{
	static int there = -1;

	if (there < 0)
		there = walls_show("tesseract") && walls_show("pdftoppm") &&
		    walls_are_there();
	return there > 0 ? WALLS : "";
}

static bool
see(int spool, unsigned number, struct drawn_page *page)
{
	char              command[1024];
	char             *record = NULL;
	size_t            capacity = 0, before = page->glyphs;
	struct ocr_record line = { 0 }, seen;
	float             end = 0;
	FILE             *output;

	snprintf(command, sizeof(command), "%s sh -c 'pdftoppm -cropbox -r %d "
	    "-gray -f %u -l %u /dev/fd/%d | OMP_THREAD_LIMIT=1 tesseract - - "
	    "-l chi_sim --dpi %d tsv' 2>/dev/null", walls(), DOTS_PER_INCH,
	    number, number, spool, DOTS_PER_INCH);
	output = popen(command, "r");
	if (output == NULL)
		return false;
	while (getline(&record, &capacity, output) > 0) {
		if (!read_seen(record, &seen))
			continue;
		if (seen.level == LEVEL_LINE) {
			line = seen;
			end = 0;
		} else if (seen.level == LEVEL_WORD)
			add_ocr_word(page, &seen, &line, &end);
	}
	free(record);
	return pclose(output) == 0 && page->glyphs > before;
}

bool
pdf_ocr_page(struct slice bytes, unsigned number, struct drawn_page *page)
{
	int  spool = spool_open();
	bool seen = false;

	if (spool < 0)
		return false;
	page->glyphs = 0;
	if (spool_write(spool, bytes))
		seen = see(spool, number, page);
	close(spool);
	return seen;
}

bool
pdf_ocr_is_there(void)
{
	return system("command -v pdftoppm >/dev/null && "
	    "tesseract --list-langs 2>/dev/null | grep -qx chi_sim") == 0;
}

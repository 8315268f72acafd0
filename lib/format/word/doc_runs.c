#include <stdlib.h>

#include "base/memory.h"
#include "doc.h"

enum {
	CHARACTERS = 0xFA, PARAGRAPHS = 0x102,	/* PlcfBteChpx, -Papx */
	PAGE = 512,		/* 2.9.32 ChpxFkp, 2.9.180 PapxFkp */
	COUNT_AT = 511,
	PLACE_BYTES = 13,	/* 2.9.23 BxPap */
	PAGE_NUMBER = 0x3FFFFF,
};

/* 2.9.179 PapxInFkp: a length in words, or 0 and the length behind; a style,
 * properties. */
static void
paragraph_run(struct slice page, unsigned i, unsigned n, struct doc_run *run)
{
	size_t       at = 2 * little8(page, 4 * (n + 1) + PLACE_BYTES * i);
	size_t       words = little8(page, at);
	struct slice all;

	if (at == 0)
		return;		/* as the style says */
	all = words > 0 ? little_part(page, at + 1, 2 * words - 1)
	    : little_part(page, at + 2, 2 * little8(page, at + 1));
	if (all.n < 2)
		return;
	run->style = little16(all, 0);
	run->properties = slice_from(all, 2);
}

/* 2.9.33 Chpx: a length, properties. */
static void
character_run(struct slice page, unsigned i, unsigned n, struct doc_run *run)
{
	size_t at = 2 * little8(page, 4 * (n + 1) + i);

	if (at > 0)
		run->properties = little_part(page, at + 1,
		    little8(page, at));
}

typedef void run_fn(struct slice page, unsigned i, unsigned n,
    struct doc_run *run);

static void
read_run_page(struct doc_runs *runs, struct slice page, run_fn *read)
{
	unsigned n = little8(page, COUNT_AT);

	if (4 * (n + 1) >= COUNT_AT)
		return;
	for (unsigned i = 0; i < n; i++) {
		struct doc_run run = {
			.start = little32(page, 4 * i),
			.end = little32(page, 4 * (i + 1)),
		};

		if (run.end <= run.start)
			continue;
		read(page, i, n, &run);
		*MEMORY_APPEND(runs->run, runs->n, runs->capacity) = run;
	}
}

static int
runs_in_order(const void *a, const void *b)
{
	const struct doc_run *x = a, *y = b;

	return (x->start > y->start) - (x->start < y->start);
}

/* 2.8.5, 2.8.6: offsets, one more than there are pages, then page numbers.
 * No page is named twice, so there are no more than the stream has. */
static void
read_run_pages(struct doc *doc, struct doc_runs *runs, size_t at, run_fn *read)
{
	struct slice plc = doc_structure(doc, at);
	size_t       pages = doc->main.n / PAGE;

	for (at = 4 * (plc.n / 8 + 1); at < plc.n && pages > 0; pages--) {
		size_t       number = little32(plc, at) & PAGE_NUMBER;
		struct slice page = little_part(doc->main, number * PAGE,
		    PAGE);

		if (page.n == PAGE)
			read_run_page(runs, page, read);
		at += 4;
	}
	if (runs->n > 0)
		qsort(runs->run, runs->n, sizeof(*runs->run), runs_in_order);
}

const char *
doc_runs_read(struct doc *doc)
{
	read_run_pages(doc, &doc->paragraphs, PARAGRAPHS, paragraph_run);
	read_run_pages(doc, &doc->characters, CHARACTERS, character_run);
	return doc->paragraphs.n > 0 ? NULL
	    : "no properties of paragraphs: tables are lost";
}

static bool
run_holds(const struct doc_run *run, uint32_t offset)
{
	return run->start <= offset && offset < run->end;
}

const struct doc_run *
doc_run(struct doc_runs *runs, uint32_t offset)
{
	size_t low = 0, high = runs->n, i = runs->latest;

	for (size_t next = i; next < i + 2 && next < runs->n; next++)
		if (run_holds(&runs->run[next], offset)) {
			runs->latest = next;
			return &runs->run[next];
		}
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (runs->run[middle].start <= offset)
			low = middle;
		else
			high = middle;
	}
	if (runs->n == 0 || !run_holds(&runs->run[low], offset))
		return NULL;
	runs->latest = low;
	return &runs->run[low];
}

/* How many bytes the operand takes: 2.2.5.1 Sprm, spra. */
static size_t
operand_size(unsigned number, struct slice rest)
{
	enum { DEFINE_TABLE = 0xD608, CHANGE_TABS = 0xC615 };
	static const unsigned char fixed[8] = { 1, 1, 2, 4, 2, 2, 0, 3 };
	size_t size = fixed[number >> 13];

	if (size > 0)
		return size;
	if (number == DEFINE_TABLE)	/* 2.9.326: one more than there are */
		return 1 + little16(rest, 0);
	size = little8(rest, 0);
	if (number == CHANGE_TABS && size == 255) {
		/* 2.9.184: longer than a byte can tell */
		size_t deleted = little8(rest, 1);

		size = 1 + 4 * deleted;
		size += 1 + 3 * little8(rest, 1 + size);
	}
	return 1 + size;
}

bool
doc_property(struct slice *properties, unsigned *number,
    struct slice *operand)
{
	size_t size;

	if (properties->n < 3)
		return false;
	*number = little16(*properties, 0);
	*properties = slice_from(*properties, 2);
	size = operand_size(*number, *properties);
	if (size == 0 || size > properties->n)
		return false;
	*operand = (struct slice){ properties->p, size };
	*properties = slice_from(*properties, size);
	return true;
}

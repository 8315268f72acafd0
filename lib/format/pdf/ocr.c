#include "ocr.h"

#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/socket_bytes.h"
#include "base/spool.h"
#include "base/utf8.h"
#include "format/convert/walls.h"
#include "format/page/char_class.h"
#include "format/page/drawing.h"

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
	const struct page_glyph glyph = { .box = box, .size = size, .code = c,
		.course = PAGE_ALONG };

	page_add_glyph(page, &glyph);
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

bool
pdf_ocr_is_walled(void)
{
	static int there = -1;	/* asked once */

	if (there < 0)
		there = walls_show("tesseract") && walls_show("pdftoppm") &&
		    walls_are_there();
	return there > 0;
}

/* Who reads a PDF can run nothing: a process made before that does it, which is told
 * numbers of pages and runs what it would have run anyway.  -1: there is none. */
static int runner = -1;

/* What tesseract says of one page is less. */
enum { SEEN_MAX = 16 * 1024 * 1024 };

/* The bytes of the PDF, which come first, in a spool; or -1. */
static int
receive_document(int socket)
{
	char     chunk[16 * 1024];
	uint64_t left;
	int      spool = spool_open();

	if (spool < 0 || !socket_receive(socket, &left, sizeof(left)))
		return -1;
	while (left > 0) {
		size_t n = left < sizeof(chunk) ? (size_t)left : sizeof(chunk);

		if (!socket_receive(socket, chunk, n) ||
		    !spool_write(spool, (struct slice){ chunk, n }))
			return -1;
		left -= n;
	}
	return spool;
}

/* Adds to SEEN what the programs make of page NUMBER; nothing, if they fail. */
static void
run_programs(int spool, unsigned number, struct buffer *seen)
{
	char   command[1024];
	FILE  *output;
	size_t n = 1;

	snprintf(command, sizeof(command), "%s sh -c 'pdftoppm -cropbox -r %d "
	    "-gray -f %u -l %u /dev/fd/%d | OMP_THREAD_LIMIT=1 tesseract - - "
	    "-l chi_sim --dpi %d tsv' 2>/dev/null", pdf_ocr_is_walled() ? WALLS : "",
	    DOTS_PER_INCH, number, number, spool, DOTS_PER_INCH);
	seen->n = 0;
	output = popen(command, "r");
	if (output == NULL)
		return;
	while (n > 0 && seen->n < SEEN_MAX) {
		enum { CHUNK = 16 * 1024 };

		n = fread(buffer_room(seen, CHUNK), 1, CHUNK, output);
		seen->n += n;
	}
	if (pclose(output) != 0)
		seen->n = 0;
}

/* Ends with who asks. */
_Noreturn static void
serve(int socket)
{
	struct buffer seen = { .n = 0 };
	int           spool = receive_document(socket);
	uint32_t      number, n;

	while (spool >= 0 && socket_receive(socket, &number, sizeof(number))) {
		run_programs(spool, number, &seen);
		n = (uint32_t)seen.n;
		if (!socket_send(socket, &n, sizeof(n)) ||
		    !socket_send(socket, seen.p, n))
			break;
	}
	_exit(EXIT_SUCCESS);
}

void
pdf_ocr_prepare(int unwanted)
{
	int   ends[2], null;
	pid_t pid;

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
		return;
	pid = fork();
	if (pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		null = open("/dev/null", O_RDWR | O_CLOEXEC);
		dup2(null, STDIN_FILENO);
		dup2(null, STDERR_FILENO);
		close(unwanted);
		close(ends[0]);
		serve(ends[1]);
	}
	close(ends[1]);
	if (pid > 0)
		runner = ends[0];
	else
		close(ends[0]);
}

/* Adds the words of TEXT, which is tesseract's. */
static void
add_words(struct drawn_page *page, char *text)
{
	struct ocr_record line = { 0 }, seen;
	float             end = 0;

	for (char *next; text != NULL && *text != '\0'; text = next) {
		next = strchr(text, '\n');
		if (next != NULL)
			*next++ = '\0';
		if (!read_seen(text, &seen))
			continue;
		if (seen.level == LEVEL_LINE) {
			line = seen;
			end = 0;
		} else if (seen.level == LEVEL_WORD)
			add_ocr_word(page, &seen, &line, &end);
	}
}

/* Sends the PDF, once. */
static bool
send_document(struct slice bytes)
{
	static bool    sent;
	const uint64_t n = bytes.n;

	if (!sent)
		sent = socket_send(runner, &n, sizeof(n)) &&
		    socket_send(runner, bytes.p, bytes.n);
	return sent;
}

bool
pdf_ocr_page(struct slice bytes, unsigned number, struct drawn_page *page)
{
	const uint32_t asked = number;
	uint32_t       n;
	char          *text;

	page->glyphs = 0;
	if (runner < 0 || !send_document(bytes) ||
	    !socket_send(runner, &asked, sizeof(asked)) ||
	    !socket_receive(runner, &n, sizeof(n)) || n > 2 * SEEN_MAX)
		return false;
	text = memory_get((size_t)n + 1);
	text[n] = '\0';
	if (socket_receive(runner, text, n))
		add_words(page, text);
	free(text);
	return page->glyphs > 0;
}

bool
pdf_ocr_is_there(void)
{
	return system("command -v pdftoppm >/dev/null && "
	    "tesseract --list-langs 2>/dev/null | grep -qx chi_sim") == 0;
}

#include "ocr_programs.h"

#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/socket_bytes.h"
#include "base/spool.h"
#include "format/convert/walls.h"

bool
pdf_ocr_is_walled(void)
{
	static int there = -1;	/* asked once */

	if (there < 0)
		there = walls_show("tesseract") && walls_show("pdftoppm") &&
		    walls_are_there();
	return there > 0;
}

/* Who reads a PDF can run nothing: a process made before that does it, which is given the
 * PDF and pictures of its pages and runs what it would have run anyway.  -1: there is
 * none. */
static int runner = -1;

/* What the programs make of one page is less. */
enum { MADE_MAX = 72 * 1024 * 1024 };

/* What is asked: of a PDF, which stays, to draw PAGE; or to read the picture that
 * follows. */
struct ocr_request {
	uint64_t bytes;		/* of the PDF or of a picture that follow; or 0 */
	uint32_t page;		/* to be drawn; or 0 */
};

/* BYTES that come, in a spool; or -1. */
static int
receive_file(int socket, uint64_t bytes)
{
	char chunk[16 * 1024];
	int  spool = spool_open();

	while (spool >= 0 && bytes > 0) {
		size_t n = bytes < sizeof(chunk) ? (size_t)bytes : sizeof(chunk);

		if (!socket_receive(socket, chunk, n) ||
		    !spool_write(spool, (struct slice){ chunk, n })) {
			close(spool);
			return -1;
		}
		bytes -= n;
	}
	return spool;
}

/* Makes MADE what COMMAND writes; nothing, if it fails. */
static void
run(const char *command, struct buffer *made)
{
	enum { CHUNK = 64 * 1024 };
	FILE  *output = popen(command, "r");
	size_t n = 1;

	made->n = 0;
	if (output == NULL)
		return;
	while (n > 0 && made->n < MADE_MAX) {
		n = fread(buffer_room(made, CHUNK), 1, CHUNK, output);
		made->n += n;
	}
	if (pclose(output) != 0)
		made->n = 0;
}

static const char *
walls(void)
{
	return pdf_ocr_is_walled() ? WALLS : "";
}

static void
draw(int pdf, unsigned page, struct buffer *made)
{
	char command[1024];

	snprintf(command, sizeof(command), "%s pdftoppm -cropbox -r %d "
	    "-gray -f %u -l %u /dev/fd/%d 2>/dev/null", walls(),
	    OCR_DOTS_PER_INCH, page, page, pdf);
	run(command, made);
}

static void
recognise(int picture, struct buffer *made)
{
	char command[1024];

	snprintf(command, sizeof(command), "%s env OMP_THREAD_LIMIT=1 sh -c '"
	    "tesseract /dev/fd/%d - -l chi_sim --dpi %d tsv && "
	    "tesseract /dev/fd/%d - -l eng --psm 6 --dpi %d tsv' 2>/dev/null",
	    walls(), picture, OCR_DOTS_PER_INCH, picture, OCR_DOTS_PER_INCH);
	run(command, made);
}

/* Ends with who asks. */
_Noreturn static void
serve(int socket)
{
	struct buffer      made = { .n = 0 };
	struct ocr_request asked;
	int                pdf = -1, picture;
	uint64_t           n;

	while (socket_receive(socket, &asked, sizeof(asked))) {
		if (asked.page > 0) {
			if (pdf < 0)
				pdf = receive_file(socket, asked.bytes);
			if (pdf < 0)
				break;
			draw(pdf, asked.page, &made);
		} else {
			picture = receive_file(socket, asked.bytes);
			if (picture < 0)
				break;
			recognise(picture, &made);
			close(picture);
		}
		n = made.n;
		if (!socket_send(socket, &n, sizeof(n)) ||
		    !socket_send(socket, made.p, made.n))
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

/* Sends REQUEST and BYTES, and makes MADE the answer. */
static bool
ask(struct ocr_request request, struct slice bytes, struct buffer *made)
{
	uint64_t n;

	made->n = 0;
	request.bytes = bytes.n;
	if (runner < 0 || !socket_send(runner, &request, sizeof(request)) ||
	    !socket_send(runner, bytes.p, bytes.n) ||
	    !socket_receive(runner, &n, sizeof(n)) || n > 2 * (uint64_t)MADE_MAX ||
	    !socket_receive(runner, buffer_room(made, (size_t)n), (size_t)n))
		return false;
	made->n = (size_t)n;
	return n > 0;
}

bool
ocr_draw(struct slice pdf, unsigned page, struct buffer *pgm)
{
	static bool sent;
	struct slice bytes = sent ? SLICE("") : pdf;

	sent = true;
	return ask((struct ocr_request){ .page = page }, bytes, pgm);
}

bool
ocr_recognise(struct slice pgm, struct buffer *tsv)
{
	return ask((struct ocr_request){ .page = 0 }, pgm, tsv);
}

bool
pdf_ocr_is_there(void)
{
	return system("command -v pdftoppm >/dev/null && test \"$(tesseract "
	    "--list-langs 2>/dev/null | grep -cx -e chi_sim -e eng)\" = 2") == 0;
}

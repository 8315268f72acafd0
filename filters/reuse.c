/* reuse: text that reports share.  See reuse(1). */
#include "base/buffer.h"
#include "base/diagnostics.h"
#include "base/digits.h"
#include "cli/cli.h"
#include "record/reader.h"
#include "record/writer.h"
#include "reuse/reuse.h"
#include "reuse/reuse_record.h"
#include "reuse/reuse_words.h"
#include "rule/message.h"
#include "userdata/userdata.h"

struct state {
	struct reuse       reuse;
	enum rule_language language;
	struct buffer      message;
};

enum { OPTION_COMMON = 256, OPTION_LANG };

static const struct cli_option options[] = {
	{ 'c', "characters", "N", "that many are shared at least [100]" },
	{ 's', "share", "PERCENT", "of one of the sections, at least [30]" },
	{ OPTION_COMMON, "common", "N",
	    "what more offices share is the form's [root of all]" },
	{ OPTION_LANG, "lang", "zh|en", "language of the messages" },
	{ 0, NULL, NULL, NULL },
};

static const char *
set_number(const char *value, unsigned long long least, unsigned long long most,
    unsigned long long *number)
{
	return digits_read(slice_of(value), most, number) && *number >= least ? NULL :
	    "not a whole number within its bounds";
}

static const char *
set(void *context, int letter, const char *value)
{
	enum { COMMON_MOST = 1000000000, CHARACTERS_MOST = 1000000 };
	struct state        *state = context;
	struct reuse_limits *limits = &state->reuse.limits;
	unsigned long long   number = 0;
	const char          *reason;

	switch (letter) {
	case OPTION_LANG:
		return message_language_set(&state->language, value);
	case OPTION_COMMON:
		reason = set_number(value, 1, COMMON_MOST, &number);
		limits->common = (size_t)number;
		return reason;
	case 'c':
		reason = set_number(value, 1, CHARACTERS_MOST, &number);
		limits->characters = (unsigned)number;
		return reason;
	default:
		reason = set_number(value, 0, 100, &number);
		limits->percent = (unsigned)number;
		return reason;
	}
}

static void
document(void *context, const struct document *document)
{
	struct state *state = context;

	reuse_take(&state->reuse, document);
}

static void
write_pair(void *context, const struct reuse_pair *pair)
{
	struct state *state = context;

	reuse_record_write(&writer_stdout, pair, state->language, &state->message);
	writer_commit(&writer_stdout);
}

/* What was not compared; behind all output: whoever closes that early wants no
 * remarks. */
static void
tell_left_out(const struct state *state)
{
	const struct reuse   *reuse = &state->reuse;
	const struct archive *archive = &reuse->archive;

	writer_flush(&writer_stdout);
	if (archive->others > 0)
		remark("%zu documents are no reports and were not compared",
		    archive->others);
	if (archive->copies > 0)
		remark("%zu copies of reports were not compared with each other",
		    archive->copies);
	if (reuse->is_capped)
		remark("some text stands in many reports: each was compared with a "
		    "few of them only");
}

static const struct cli_tool tool = {
	.name = "reuse",
	.purpose = "Tells which reports share text, and which.",
	.operands = "[FILE ...]",
	.option = options,
	.set = set,
	.output = &reuse_schema,
	.overlay = userdata_lay,
};

int
main(int argc, char *argv[])
{
	static struct state state = { .reuse.limits = { .characters = 100,
	    .percent = 30 } };
	int                 operands;

	state.language = message_language();
	operands = cli_start(&tool, argc, argv, &state);
	reuse_words_load();
	documents_each(&block_schema, argv + operands, argc - operands, document, &state);
	reuse_tell(&state.reuse, write_pair, &state);
	tell_left_out(&state);
	reuse_free(&state.reuse);
	buffer_free(&state.message);
	return cli_finish();
}

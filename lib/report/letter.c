#include "letter.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/diagnostics.h"
#include "letter_output.h"
#include "markup.h"
#include "office_file.h"
#include "plain_text.h"
#include "words.h"

/* A letter in the making. */
struct letter_draft {
	const struct letters       *letters;
	const struct letter_output *output;
	struct buffer               markup, plain;	/* of a text */
	struct buffer               out;
};

static enum rule_language
language_of(const struct letter_draft *draft)
{
	return draft->letters->material->language;
}

/* Adds what MARKUP holds as a text of KIND. */
static void
add_markup(struct letter_draft *draft, enum letter_text kind)
{
	draft->plain.n = 0;
	plain_markup_add(&draft->plain, buffer_slice(&draft->markup));
	draft->output->text(&draft->out, kind, buffer_slice(&draft->plain));
	draft->markup.n = 0;
}

static void
add_words(struct letter_draft *draft, enum letter_text kind, const char *key)
{
	word_add(&draft->markup, language_of(draft), key);
	add_markup(draft, kind);
}

/* The same with FIELD at its place NAME. */
static void
add_phrase(struct letter_draft *draft, enum letter_text kind, const char *key,
    const char *name, struct slice field)
{
	struct buffer      markup = { NULL, 0, 0 };
	struct place_value value = { name, { "", 0 } };

	markup_text(&markup, field);
	value.markup = buffer_slice(&markup);
	phrase_add(&draft->markup, language_of(draft), key, &value, 1);
	add_markup(draft, kind);
	buffer_free(&markup);
}

/* What was found in PAPER of those levels that are told. */
static void
count_entries(const struct letters *letters, const struct paper *paper,
    size_t entries[RULE_LEVELS])
{
	memcpy(entries, paper->entries, RULE_LEVELS * sizeof(*entries));
	if (!letters->tells_notes)
		entries[LEVEL_NOTE] = 0;
}

static bool
is_told_of(const struct letters *letters, const struct paper *paper)
{
	size_t entries[RULE_LEVELS], n = 0;

	count_entries(letters, paper, entries);
	for (int i = 0; i < RULE_LEVELS; i++)
		n += entries[i];
	return paper->is_expected && n > 0;
}

/* What whoever sent it calls the document PATH: without the folders that its file, or
 * its archive, lies in here. */
static struct slice
sent_name(struct slice path)
{
	size_t first = 0;

	for (size_t i = 0; i < path.n && path.p[i] != '!'; i++)
		if (path.p[i] == '/')
			first = i + 1;
	return slice_from(path, first);
}

static void
add_paper_line(struct letter_draft *draft, const struct paper *paper)
{
	struct buffer      counts = { NULL, 0, 0 }, file = { NULL, 0, 0 };
	size_t             entries[RULE_LEVELS];
	struct place_value value[3];

	count_entries(draft->letters, paper, entries);
	level_counts_add(&counts, draft->letters->material, entries);
	markup_text(&file, sent_name(paper->name));
	value[0] = (struct place_value){ "year", paper->year };
	value[1] = (struct place_value){ "file", buffer_slice(&file) };
	value[2] = (struct place_value){ "counts", buffer_slice(&counts) };
	phrase_add(&draft->markup, language_of(draft), "letter.report", value,
	    3);
	add_markup(draft, LETTER_TEXT);
	buffer_free(&counts);
	buffer_free(&file);
}

static void
add_entries(struct letter_draft *draft, const struct paper *paper)
{
	static const char *const keys[LETTER_FIELDS] = { "letter.number",
		"letter.place", "letter.value", "letter.wanted", "letter.why" };
	struct slice        name[LETTER_FIELDS], field[LETTER_FIELDS];
	struct slice        rows = buffer_slice(&paper->rows);
	struct letter_entry entry = { .name = name, .field = field,
	    .colon = report_word(language_of(draft), "letter.colon") };

	for (int i = 0; i < LETTER_FIELDS; i++)
		name[i] = report_word(language_of(draft), keys[i]);
	draft->output->open_entries(&draft->out, name);
	while (letter_row_next(&rows, field)) {
		enum rule_level level =
		    (enum rule_level)(field[LETTER_LEVEL].p[0] - '0');
		char            mark[32] = "mark.", name_of[32] = "level.";

		if (level == LEVEL_NOTE && !draft->letters->tells_notes)
			continue;
		strcat(mark, rule_level_name[level]);
		strcat(name_of, rule_level_name[level]);
		entry.mark = report_word(language_of(draft), mark);
		entry.level = report_word(language_of(draft), name_of);
		entry.number++;
		draft->output->entry(&draft->out, &entry);
	}
	draft->output->close_entries(&draft->out);
}

/* Whom a letter is to: the office under its name on the roster, else that in its
 * reports. */
static struct slice
addressee(const struct letters *letters, const struct standing *standing)
{
	for (size_t i = 0; i < standing->papers; i++)
		if (standing->paper[i]->listed.n > 0)
			return standing->paper[i]->listed;
	return standing->name.n > 0 ? standing->name :
	    report_word(letters->material->language, "no-org");
}

static void
compose(struct letter_draft *draft, const struct standing *standing)
{
	const struct letters *letters = draft->letters;

	draft->output->begin(&draft->out);
	add_words(draft, LETTER_TITLE, "letter.title");
	add_phrase(draft, LETTER_OFFICE, "letter.office", "office",
	    addressee(letters, standing));
	for (size_t i = 0; i < standing->papers; i++)
		if (is_told_of(letters, standing->paper[i])) {
			add_paper_line(draft, standing->paper[i]);
			add_words(draft, LETTER_HEADING, "letter.entries");
			add_entries(draft, standing->paper[i]);
		}
	add_words(draft, LETTER_REMARK, "letter.levels");
	add_words(draft, LETTER_HEADING, "letter.return");
	add_words(draft, LETTER_TEXT, "letter.back");
	if (letters->until != NULL)
		add_phrase(draft, LETTER_TEXT, "letter.until", "until",
		    slice_of(letters->until));
	draft->output->end(&draft->out);
}

static void
write_letter(struct letter_draft *draft, const struct standing *standing,
    struct slice name)
{
	static const struct letter_output *const outputs[] = {
		&letter_docx, &letter_markdown,
	};
	struct buffer path = { NULL, 0, 0 };
	const char   *reason;

	for (size_t i = 0; i < sizeof(outputs) / sizeof(outputs[0]); i++) {
		draft->output = outputs[i];
		compose(draft, standing);
		path.n = 0;
		buffer_string(&path, draft->letters->folder);
		buffer_string(&path, "/");
		buffer_add(&path, name);
		buffer_string(&path, draft->output->ending);
		buffer_add(&path, (struct slice){ "", 1 });
		reason = draft->output->write(path.p, buffer_slice(&draft->out));
		if (reason != NULL) {
			warn_at(path.p, "%s", reason);
			status_cut_short();
		}
	}
	buffer_free(&path);
}

static bool
is_written_to(const struct letters *letters, const struct standing *standing)
{
	for (size_t i = 0; i < standing->papers; i++)
		if (is_told_of(letters, standing->paper[i]))
			return true;
	return false;
}

void
letters_write(const struct letters *letters)
{
	struct office_files files = { { NULL, 0, 0 } };
	struct buffer       name = { NULL, 0, 0 };
	struct letter_draft draft = { .letters = letters };

	if (mkdir(letters->folder, 0777) != 0) {
		warn_at(letters->folder, "%s", strerror(errno));
		status_cut_short();
		return;
	}
	for (size_t i = 0; i < letters->standings->n; i++) {
		const struct standing *standing =
		    &letters->standings->standing[i];

		if (!is_written_to(letters, standing))
			continue;
		office_file_name(&files, standing->region,
		    addressee(letters, standing), &name);
		write_letter(&draft, standing, buffer_slice(&name));
	}
	office_files_free(&files);
	buffer_free(&name);
	buffer_free(&draft.markup);
	buffer_free(&draft.plain);
	buffer_free(&draft.out);
}

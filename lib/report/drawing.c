/* A figure as a cell of a table, with what its evidence is shown from. */
#include "drawing.h"

#include "markup.h"
#include "names.h"
#include "record/state.h"
#include "words.h"

static const char *const mark_class[] = {
	[MARK_NONE] = "", [MARK_TERM] = " in", [MARK_MAYBE] = " may",
	[MARK_WRONG] = " bad",
};

/* Whether VALUE is a figure but 0. */
static bool
is_more(struct slice value)
{
	for (size_t i = 0; i < value.n; i++)
		if (value.p[i] >= '1' && value.p[i] <= '9')
			return true;
	return false;
}

static void
add_class(struct buffer *out, const struct slice *field, enum mark mark,
    enum fact_state state)
{
	markup_add(out, " class=\"", is_more(field[FACT_VALUE]) ? "n" : "z",
	    mark_class[mark], state == STATE_BLANK ||
	    state == STATE_UNREADABLE ? " blank" : "", "\"", NULL);
}

/* What is shown of a figure that is none: 空, ?, the dash that stands there. */
static void
add_text(const struct form_drawing *drawing, const struct slice *field,
    enum fact_state state, bool is_marked)
{
	struct buffer *out = drawing->out;

	if (field[FACT_VALUE].n > 0)
		markup_text(out, field[FACT_VALUE]);
	else if (state == STATE_UNREADABLE)
		buffer_string(out, "?");
	else if (state == STATE_NA)
		markup_text(out, field[FACT_RAW]);
	else if (state == STATE_BLANK && is_marked)
		word_add(out, drawing->material->language, "blank");
}

static void
add_figure(const struct form_drawing *drawing, const struct slice *field,
    const struct figure_mark *mark, enum fact_state state)
{
	struct buffer *out = drawing->out;

	if (mark->repaired.n > 0)
		buffer_string(out, "<s>");
	add_text(drawing, field, state, mark->mark > MARK_TERM);
	if (mark->repaired.n > 0) {
		buffer_string(out, "</s><ins>");
		markup_text(out, mark->repaired);
		buffer_string(out, "</ins>");
	}
	if (mark->mark < MARK_MAYBE)
		return;
	buffer_string(out, "<a href=\"#d");
	markup_number(out, drawing->document);
	buffer_string(out, "-");
	markup_number(out, (long long)mark->entry);
	buffer_string(out, "\">");
	circled_add(out, mark->entry);
	buffer_string(out, "</a>");
}

/* Where the figure stands, and its text where that is another one. */
static void
add_evidence(struct buffer *out, const struct slice *field, size_t entry)
{
	if (field[FACT_LOC].n > 0) {
		buffer_string(out, " data-l=\"");
		markup_text(out, field[FACT_LOC]);
		buffer_string(out, "\"");
	}
	if (!slice_eq(field[FACT_RAW], field[FACT_VALUE])) {
		buffer_string(out, " data-r=\"");
		markup_text(out, field[FACT_RAW]);
		buffer_string(out, "\"");
	}
	if (fact_state_of(field[FACT_STATE]) != STATE_NUMBER)
		markup_add(out, " data-s=\"", NULL);
	if (fact_state_of(field[FACT_STATE]) != STATE_NUMBER) {
		markup_text(out, field[FACT_STATE]);
		buffer_string(out, "\"");
	}
	if (entry > 0) {
		buffer_string(out, " data-e=\"");
		markup_number(out, (long long)entry);
		buffer_string(out, "\" tabindex=\"0\"");
	}
}

void
figure_cell_add(const struct form_drawing *drawing, size_t i, int columns)
{
	struct buffer            *out = drawing->out;
	const struct slice       *field;
	const struct figure_mark *mark;
	enum fact_state           state;

	buffer_string(out, "<td");
	if (columns > 1) {
		buffer_string(out, " colspan=\"");
		markup_number(out, columns);
		buffer_string(out, "\"");
	}
	if (i == FIGURE_NONE) {
		buffer_string(out, " class=\"no\"></td>");
		return;
	}
	field = figure_fields(drawing->figures, i);
	mark = &drawing->figures->mark[i];
	state = fact_state_of(field[FACT_STATE]);
	if (state != STATE_ABSENT)
		add_class(out, field, mark->mark, state);
	add_evidence(out, field, mark->entry);
	buffer_string(out, ">");
	add_figure(drawing, field, mark, state);
	buffer_string(out, "</td>");
}

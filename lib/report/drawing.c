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

/* A zero without a mark has no class: most cells are. */
static void
add_class(struct buffer *out, const struct slice *field, enum mark mark,
    enum fact_state state)
{
	bool is_blank = state == STATE_BLANK || state == STATE_UNREADABLE;

	if (!is_more(field[FACT_VALUE]) && mark == MARK_NONE && !is_blank)
		return;
	markup_add(out, " class=\"", is_more(field[FACT_VALUE]) ? "n" : "",
	    mark_class[mark], is_blank ? " blank" : "", "\"", NULL);
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

static void
add_data(struct buffer *out, const char *name, struct slice value)
{
	markup_add(out, " data-", name, "=\"", NULL);
	markup_text(out, value);
	buffer_string(out, "\"");
}

/* Where the figure stands, if not where the one BEFORE it in the row does; its text
 * and its state, where these are not what is shown. */
static void
add_evidence(struct buffer *out, const struct slice *field,
    const struct slice *before, size_t entry)
{
	if (before == NULL || !slice_eq(field[FACT_LOC], before[FACT_LOC]))
		add_data(out, "l", field[FACT_LOC]);
	if (!slice_eq(field[FACT_RAW], field[FACT_VALUE]))
		add_data(out, "r", field[FACT_RAW]);
	if (fact_state_of(field[FACT_STATE]) != STATE_NUMBER)
		add_data(out, "s", field[FACT_STATE]);
	if (entry == 0)
		return;
	buffer_string(out, " data-e=\"");
	markup_number(out, (long long)entry);
	buffer_string(out, "\" tabindex=\"0\"");
}

/* The sentence that states the figure number I too, and where it stands. */
static void
add_sentence(const struct form_drawing *drawing, size_t i)
{
	const struct slice *field;

	i = drawing->figures->sentence[i];
	if (i == FIGURE_NONE)
		return;
	field = figure_fields(drawing->figures, i);
	buffer_string(drawing->out, " data-t=\"");
	place_add(drawing->out, drawing->material, field[FACT_LOC]);
	buffer_string(drawing->out, " “");
	markup_text(drawing->out, field[FACT_RAW]);
	buffer_string(drawing->out, "”\"");
}

void
figure_cell_add(const struct form_drawing *drawing, size_t i, size_t before,
    int columns)
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
		buffer_string(out, " class=\"no\">");
		return;
	}
	field = figure_fields(drawing->figures, i);
	mark = &drawing->figures->mark[i];
	state = fact_state_of(field[FACT_STATE]);
	if (state != STATE_ABSENT)
		add_class(out, field, mark->mark, state);
	add_evidence(out, field, before == FIGURE_NONE ? NULL :
	    figure_fields(drawing->figures, before), mark->entry);
	add_sentence(drawing, i);
	buffer_string(out, ">");
	add_figure(drawing, field, mark, state);
}

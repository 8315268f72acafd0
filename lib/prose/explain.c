/* Telling what a figure was read as. */
#include "base/buffer.h"
#include "internal.h"

static void
add_classes(struct buffer *out, const struct lexicon *lexicon,
    struct classes classes)
{
	const char *mark = "/";

	for (int i = 0; i < lexicon->classes; i++) {
		if (!classes_has(classes, i))
			continue;
		buffer_string(out, mark);
		buffer_add(out, lexicon->class[i].name);
		mark = ",";
	}
}

static void
add_word(struct buffer *out, const struct prose *prose, size_t i)
{
	if (out->n > 0)
		buffer_string(out, " ");
	buffer_add(out, prose_text(prose, i, i + 1));
	if (prose_token(prose, i)->kind == TOKEN_UNKNOWN)
		buffer_string(out, "/?");
	if (prose->segment.free[i] && i != prose->segment.figure)
		buffer_string(out, "/-");
	else
		add_classes(out, &prose->lexicon,
		    prose_token(prose, i)->classes);
}

void
prose_tell(struct prose *prose, const struct verdict *verdict)
{
	const struct segment    *segment = &prose->segment;
	struct buffer            parts = { NULL, 0, 0 };
	struct prose_explanation told = {
		.loc = passage_loc(&prose->paragraph.passage,
		    prose->sentence.offset +
		    prose_token(prose, segment->from)->start),
		.raw = prose_text(prose, segment->from, segment->to),
		.item = SLICE(""), .col = SLICE(""), .rest = verdict->rest,
		.value = slice_of(
		    prose_token(prose, segment->figure)->figure->value),
	};

	if (prose->explain == NULL)
		return;
	for (size_t i = segment->from; i < segment->to; i++)
		add_word(&parts, prose, i);
	told.parts = buffer_slice(&parts);
	if (verdict->decision != NULL) {
		told.item = verdict->decision->item->code;
		told.col = verdict->decision->col;
	}
	prose->explain(prose->document.context, &told);
	buffer_free(&parts);
}

#include "view.h"

#include "markup.h"
#include "words.h"

void
office_name_add(struct buffer *out, const struct material *material,
    const struct standing *standing)
{
	if (standing->name.n == 0)
		word_add(out, material->language, "no-org");
	else
		markup_text(out, standing->name);
}

void
office_link_add(const struct view *view, size_t i)
{
	bool has_page = i < view->standings->pages;

	if (has_page) {
		buffer_string(view->out, "<a href=\"#u");
		markup_number(view->out, (long long)i + 1);
		buffer_string(view->out, "\">");
	}
	office_name_add(view->out, view->material,
	    &view->standings->standing[i]);
	buffer_string(view->out, has_page ? "</a>" : "");
}

void
state_add(const struct view *view, enum standing_state state)
{
	char key[32] = "state.";

	memcpy(key + 6, standing_name[state],
	    strlen(standing_name[state]) + 1);
	markup_add(view->out, "<span class=\"st ", standing_name[state], "\">",
	    NULL);
	word_add(view->out, view->material->language, key);
	buffer_string(view->out, "</span>");
}

void
level_mark_add(struct buffer *out, const struct material *material,
    enum rule_level level)
{
	const char *name = rule_level_name[level];
	char        key[32] = "level.";

	memcpy(key + 6, name, strlen(name) + 1);
	markup_add(out, "<b class=\"bd ", name, "\" title=\"", NULL);
	word_add(out, material->language, key);
	memcpy(key, "mark.", 5);
	memcpy(key + 5, name, strlen(name) + 1);
	buffer_string(out, "\">");
	word_add(out, material->language, key);
	buffer_string(out, "</b>");
}

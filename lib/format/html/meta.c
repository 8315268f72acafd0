#include "tree.h"

/* The tags Chinese government sites carry (国办发〔2017〕47号, annex), as
 * properties of `meta' records. */
static const struct {
	struct slice name;
	const char  *property;
} properties[] = {
	{ { "ArticleTitle", 12 }, "title" },
	{ { "PubDate", 7 }, "published-claim" },
	{ { "ContentSource", 13 }, "source-claim" },
};

void
html_meta_title_text(struct html_tree *tree, struct slice text)
{
	const char *first;

	if (!tree->titled)
		html_text_add(&tree->title, text, &first);
}

/* The first title that says something counts. */
void
html_meta_title(struct html_tree *tree)
{
	struct slice title;

	if (tree->titled)
		return;
	title = html_text_end(&tree->title);
	html_text_cut(&tree->title, 0);
	tree->titled = title.n > 0;
	if (title.n > 0)
		tree->sink->meta(tree->sink, "title", title);
}

void
html_meta_tag(struct html_tree *tree, const struct html_tag *tag)
{
	size_t       n = sizeof(properties) / sizeof(properties[0]);
	struct slice name = slice_trim(tag->value[HTML_NAME]), value;

	for (size_t i = 0; i < n; i++) {
		if (!slice_is_nocase(name, properties[i].name))
			continue;
		value = html_text_value(&tree->value, tag->value[HTML_CONTENT]);
		if (value.n > 0)
			tree->sink->meta(tree->sink, properties[i].property,
			    value);
	}
}

void
html_meta_link(struct html_tree *tree, const struct html_tag *tag)
{
	struct slice rel = slice_trim(tag->value[HTML_REL]), url;

	if (!slice_is_nocase(rel, SLICE("canonical")))
		return;
	url = html_text_value(&tree->value, tag->value[HTML_HREF]);
	if (slice_starts(url, SLICE("http")))
		tree->sink->meta(tree->sink, "url", url);
}

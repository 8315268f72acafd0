#include "html.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "tree.h"

struct html_page {
	struct html_tokenizer tokens;
	struct html_tree      tree;
	struct html_flow      flow;
};

static void
text_to_tree(void *tree, struct slice text, const char *at)
{
	html_tree_text(tree, text, at);
}

static enum html_reading
tag_to_tree(void *tree, struct html_tag *tag)
{
	return html_tree_tag(tree, tag);
}

void *
html_open(struct sink *sink)
{
	struct html_page *page = memory_get(sizeof(*page));

	memset(page, 0, sizeof(*page));
	html_tokens_open(&page->tokens, &(struct html_receiver){
	    text_to_tree, tag_to_tree, &page->tree });
	html_flow_open(&page->flow, sink, &page->tokens);
	html_tree_open(&page->tree, &page->flow, sink);
	return page;
}

const char *
html_feed(void *stream, struct slice utf8)
{
	struct html_page *page = stream;

	html_tokens_feed(&page->tokens, utf8);
	return page->flow.reason;
}

/* Why it is cut off, for the page closed last. */
static const char *
cut_reason(const struct html_page *page)
{
	static char reason[64];

	snprintf(reason, sizeof(reason), "cut off in line %lu",
	    page->tokens.line);
	return reason;
}

/* Returns what may have got lost, by what is open at the end. */
static const char *
end_page(struct html_page *page)
{
	enum html_end end;
	const char   *reason;

	html_tree_ends(&page->tree);
	end = html_tokens_close(&page->tokens);
	reason = end == HTML_ENDS_IN_COMMENT ?
	    "a comment without end hides what follows it" :
	    html_tree_reason(&page->tree);
	if (html_tree_cut(&page->tree, end == HTML_ENDS_IN_TAG) &&
	    reason == NULL)
		reason = cut_reason(page);
	return reason;
}

const char *
html_close(void *stream)
{
	struct html_page *page = stream;
	const char       *reason = end_page(page);

	html_tree_close(&page->tree);
	html_flow_close(&page->flow);
	if (page->flow.reason != NULL)
		reason = page->flow.reason;
	free(page);
	return reason;
}

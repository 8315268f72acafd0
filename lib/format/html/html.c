#include <stdlib.h>

#include "base/memory.h"
#include "format/format.h"
#include "tree.h"

struct decoder {
	struct html_tokenizer tokens;
	struct html_tree      tree;
	struct html_flow      flow;
	struct decode_limits  limits;
	size_t                bytes;
};

static void
take_text(void *context, struct slice text, const char *at)
{
	html_tree_text(context, text, at);
}

static enum html_reading
take_tag(void *context, const struct html_tag *tag)
{
	return html_tree_tag(context, tag);
}

static struct decoder *
open_html(struct sink *sink, const struct decode_limits *limits)
{
	struct decoder *d = memory_get(sizeof(*d));

	memset(d, 0, sizeof(*d));
	d->limits = *limits;
	html_tokens_open(&d->tokens, &(struct html_receiver){ take_text,
	    take_tag, &d->tree });
	html_flow_open(&d->flow, sink, &d->limits, &d->tokens);
	html_tree_open(&d->tree, &d->flow, sink);
	return d;
}

static const char *
feed_html(struct decoder *d, struct slice chunk)
{
	size_t left = d->limits.bytes - d->bytes;
	bool   over = chunk.n > left;

	if (over)
		chunk.n = left;
	d->bytes += chunk.n;
	html_tokens_feed(&d->tokens, chunk);
	if (d->flow.reason == NULL && over)
		return "more bytes than allowed";
	return d->flow.reason;
}

static const char *
close_html(struct decoder *d)
{
	bool        complete = html_tokens_close(&d->tokens);
	const char *reason = complete ? html_tree_reason(&d->tree) :
	    "a comment without end hides what follows it";

	html_tree_close(&d->tree);
	html_flow_close(&d->flow);
	if (d->flow.reason != NULL)
		reason = d->flow.reason;
	free(d);
	return reason;
}

const struct format format_html = {
	.type = "text/html",
	.binary = false,
	.open = open_html,
	.feed = feed_html,
	.close = close_html,
};

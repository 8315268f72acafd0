#include "page.h"

#include <nettle/base64.h>
#include <nettle/sha2.h>

#include "markup.h"
#include "words.h"

extern const struct slice data_page_css, data_page_js;

static void
say(const struct view *view, const char *key)
{
	word_add(view->out, view->material->language, key);
}

/* How a policy names TEXT: by its hash (Content Security Policy 3, 2.3.1). */
static void
add_hash(struct buffer *out, struct slice text)
{
	struct sha256_ctx sha;
	uint8_t           digest[SHA256_DIGEST_SIZE];
	char              coded[BASE64_ENCODE_RAW_LENGTH(SHA256_DIGEST_SIZE)];

	sha256_init(&sha);
	sha256_update(&sha, text.n, (const uint8_t *)text.p);
	sha256_digest(&sha, sizeof(digest), digest);
	base64_encode_raw(coded, sizeof(digest), digest);
	buffer_string(out, " 'sha256-");
	buffer_add(out, (struct slice){ coded, sizeof(coded) });
	buffer_string(out, "'");
}

/* Nothing is loaded; of styles and scripts those written here are taken. */
static void
add_policy(struct buffer *out)
{
	buffer_string(out, "<meta http-equiv=\"Content-Security-Policy\" "
	    "content=\"default-src 'none'; img-src data:; base-uri 'none'; "
	    "form-action 'none'; style-src");
	add_hash(out, data_page_css);
	buffer_string(out, "; script-src");
	add_hash(out, data_page_js);
	buffer_string(out, "\">\n");
}

static void
add_head(const struct view *view)
{
	struct buffer *out = view->out;

	markup_add(out, "<!DOCTYPE html>\n<html lang=\"",
	    view->material->language == RULE_CHINESE ? "zh-CN" : "en",
	    "\">\n<head>\n<meta charset=\"utf-8\">\n", NULL);
	add_policy(out);
	buffer_string(out, "<meta name=\"viewport\" content=\"width=device-"
	    "width,initial-scale=1\">\n<meta name=\"color-scheme\" "
	    "content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n"
	    "<title>");
	say(view, "title");
	buffer_string(out, "</title>\n<style>");
	buffer_add(out, data_page_css);
	buffer_string(out, "</style>\n</head>\n<body>\n");
}

static void
add_header(const struct view *view)
{
	static const char *const links[] = { "overview", "units", "unread" };
	static const char *const keys[] = { "overview", "units",
		"unread-files" };

	buffer_string(view->out, "<a class=\"skip\" href=\"#main\">");
	say(view, "skip");
	buffer_string(view->out, "</a>\n<header><h1>");
	say(view, "title");
	buffer_string(view->out, "</h1><nav aria-label=\"");
	say(view, "navigation");
	buffer_string(view->out, "\">");
	for (int i = 0; i < 3; i++) {
		markup_add(view->out, "<a href=\"#", links[i], "\">", NULL);
		say(view, keys[i]);
		buffer_string(view->out, "</a>");
	}
	buffer_string(view->out, "</nav></header>\n<main id=\"main\" "
	    "tabindex=\"-1\">\n");
}

static void
add_footer(const struct view *view)
{
	static const struct place_value keys[] = {
		{ "slash", { "<kbd>/</kbd>", 12 } },
		{ "j", { "<kbd>j</kbd>", 12 } },
		{ "k", { "<kbd>k</kbd>", 12 } },
		{ "enter", { "<kbd>Enter</kbd>", 16 } },
		{ "escape", { "<kbd>Esc</kbd>", 14 } },
	};

	buffer_string(view->out, "</main>\n<footer><p>");
	phrase_add(view->out, view->material->language, "footer", keys,
	    sizeof(keys) / sizeof(keys[0]));
	buffer_string(view->out, " <button id=\"printall\" type=\"button\" "
	    "hidden>");
	say(view, "print-all");
	buffer_string(view->out, "</button></p></footer>\n");
}

/* The words that the script needs. */
static void
add_script_words(const struct view *view)
{
	static const char *const words[][2] = {
		{ "l", "place.L" }, { "p", "place.P" }, { "pl", "place.PL" },
		{ "g", "place.G" }, { "trc", "place.TRC" },
		{ "trcg", "place.TRCG" }, { "sheet", "place.sheet" },
		{ "ocr", "place.ocr" },
		{ "sums", "place.sums" }, { "raw", "bar.raw" },
		{ "blank", "bar.state.blank" }, { "na", "bar.state.na" },
		{ "unreadable", "bar.state.unreadable" },
		{ "absent", "bar.state.absent" },
		{ "approx", "bar.state.approx" }, { "bad", "bar.bad" },
		{ "wrong", "bar.bad-unknown" }, { "may", "bar.may" },
		{ "in", "bar.in" }, { "entry", "bar.entry" },
		{ "text", "bar.text" },
	};

	buffer_string(view->out, "<div id=\"words\" hidden");
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		markup_add(view->out, " data-", words[i][0], "=\"", NULL);
		say(view, words[i][1]);
		buffer_string(view->out, "\"");
	}
	buffer_string(view->out, "></div>\n");
}

/* Hands on what is in OUT. */
static void
hand_on(struct buffer *out, struct writer *w)
{
	writer_part_raw(w, buffer_slice(out));
	out->n = 0;
}

void
page_write(const struct view *view, struct writer *w)
{
	writer_begin(w);
	add_head(view);
	add_header(view);
	overview_add(view);
	office_list_add(view);
	unread_list_add(view);
	hand_on(view->out, w);
	for (size_t i = 0; i < view->standings->pages; i++) {
		office_page_add(view, i);
		hand_on(view->out, w);
	}
	add_footer(view);
	add_script_words(view);
	buffer_string(view->out, "<script>");
	buffer_add(view->out, data_page_js);
	buffer_string(view->out, "</script>\n</body>\n</html>\n");
	hand_on(view->out, w);
}

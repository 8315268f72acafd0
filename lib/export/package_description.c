#include "package_description.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <unistd.h>

#include "base/digits.h"
#include "export/json.h"

enum { CHUNK_BYTES = 64 * 1024 };

/* The types of Table Schema. */
static const char *const type_name[VALUE_TYPES] = {
	[VALUE_TEXT] = "string", [VALUE_YEAR] = "year",
	[VALUE_COUNT] = "integer", [VALUE_NUMBER] = "number",
};

bool
package_sum(int fd, struct package_sum *sum)
{
	struct sha256_ctx context;
	uint8_t           digest[SHA256_DIGEST_SIZE];
	char              chunk[CHUNK_BYTES];
	ssize_t           n = 1;

	*sum = (struct package_sum){ .bytes = 0 };
	sha256_init(&context);
	while (n > 0) {
		n = pread(fd, chunk, sizeof(chunk), (off_t)sum->bytes);
		if (n <= 0)
			break;
		sha256_update(&context, (size_t)n, (const uint8_t *)chunk);
		sum->bytes += (unsigned long long)n;
	}
	sha256_digest(&context, sizeof(digest), digest);
	base16_encode_update(sum->sha256, sizeof(digest), digest);
	return n == 0;
}

static void
say(struct writer *w, const char *text)
{
	writer_part_raw(w, slice_of(text));
}

static void
say_string(struct writer *w, const char *text)
{
	json_string(w, slice_of(text));
}

void
package_description_begin(struct writer *w)
{
	say(w, "{\n  \"profile\": \"tabular-data-package\",\n"
	    "  \"name\": \"nianbao\",\n"
	    "  \"resources\": [");
}

static void
add_words(struct writer *w, const char *const word[])
{
	say(w, ", \"enum\": [");
	for (int i = 0; word[i] != NULL; i++) {
		say(w, i > 0 ? ", " : "");
		say_string(w, word[i]);
	}
	say(w, "]");
}

static void
add_field(struct writer *w, const char *name, const struct value_rule *rule)
{
	say(w, "        {\"name\": ");
	say_string(w, name);
	say(w, ", \"type\": ");
	say_string(w, type_name[rule->type]);
	if (rule->required || rule->word != NULL) {
		say(w, rule->required ? ", \"constraints\": {\"required\": true"
		    : ", \"constraints\": {\"required\": false");
		if (rule->word != NULL)
			add_words(w, rule->word);
		say(w, "}");
	}
	say(w, "}");
}

void
package_description_add(struct writer *w, const struct record_type *type,
    const struct package_sum *sum, bool is_first)
{
	const struct schema *schema = type->schema;
	char                 bytes[DIGITS_BYTES + 1];

	snprintf(bytes, sizeof(bytes), "%llu", sum->bytes);
	say(w, is_first ? "\n    {\"name\": " : ",\n    {\"name\": ");
	say_string(w, schema->name);
	say(w, ", \"path\": \"");
	say(w, schema->name);
	say(w, ".csv\",\n     \"profile\": \"tabular-data-resource\","
	    " \"format\": \"csv\",\n     \"mediatype\": \"text/csv\","
	    " \"encoding\": \"utf-8\",\n     \"bytes\": ");
	say(w, bytes);
	say(w, ", \"hash\": \"sha256:");
	say(w, sum->sha256);
	say(w, "\",\n     \"schema\": {\"fields\": [\n");
	for (int i = 0; i < schema->fields; i++) {
		add_field(w, schema->field[i], &type->rule[i]);
		say(w, i + 1 < schema->fields ? ",\n" : "\n");
	}
	say(w, "      ], \"missingValues\": [\"\"]}}");
}

void
package_description_end(struct writer *w)
{
	say(w, "\n  ]\n}\n");
}

#include "stated_digest.h"

#include <stdint.h>
#include <stdlib.h>

#include <nettle/nettle-meta.h>

#include "base/digits.h"
#include "base/memory.h"

static const struct {
	const char               *name;
	const struct nettle_hash *hash;
} algorithms[] = {
	{ "sha1", &nettle_sha1 }, { "sha-1", &nettle_sha1 },
	{ "sha256", &nettle_sha256 }, { "sha-256", &nettle_sha256 },
	{ "sha512", &nettle_sha512 }, { "sha-512", &nettle_sha512 },
	{ "md5", &nettle_md5 },
};

static bool
read_hex(struct slice text, unsigned char *bytes)
{
	for (size_t i = 0; i < text.n; i += 2) {
		int high = hex_digit(text.p[i]), low = hex_digit(text.p[i + 1]);

		if (high < 0 || low < 0)
			return false;
		bytes[i / 2] = (unsigned char)(high << 4 | low);
	}
	return true;
}

static int
base32_digit(char c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' : c >= 'a' && c <= 'z' ?
	    c - 'a' : c >= '2' && c <= '7' ? c - '2' + 26 : -1;
}

static bool
read_base32(struct slice text, unsigned char *bytes)
{
	unsigned bits = 0, n = 0;

	for (size_t i = 0; i < text.n; i++) {
		int digit = base32_digit(text.p[i]);

		if (digit < 0)
			return false;
		bits = bits << 5 | (unsigned)digit;
		n += 5;
		if (n >= 8) {
			n -= 8;
			*bytes++ = (unsigned char)(bits >> n);
		}
	}
	return true;
}

static bool
read_bytes(struct slice text, size_t n, unsigned char *bytes)
{
	while (text.n > 0 && text.p[text.n - 1] == '=')
		text.n--;
	return text.n == 2 * n ? read_hex(text, bytes) :
	    text.n == (8 * n + 4) / 5 && read_base32(text, bytes);
}

static bool
digest_next(struct stream *stream, struct slice *chunk)
{
	struct stated_digest *d = (struct stated_digest *)stream;

	if (!d->from->next(d->from, chunk)) {
		stream->reason = d->from->reason;
		return false;
	}
	d->bytes += chunk->n;
	if (d->hash != NULL)
		d->hash->update(d->state, chunk->n, (const uint8_t *)chunk->p);
	return true;
}

static void
start(struct stated_digest *d, const struct nettle_hash *hash)
{
	d->hash = hash;
	d->state = memory_get(hash->context_size);
	hash->init(d->state);
}

void
stated_digest_open(struct stated_digest *d, struct stream *from,
    struct slice stated)
{
	const char *colon = memchr(stated.p, ':', stated.n);
	size_t      n = colon != NULL ? (size_t)(colon - stated.p) : 0;

	*d = (struct stated_digest){ .stream = { .next = digest_next },
		.from = from };
	for (size_t i = 0; colon != NULL && d->hash == NULL &&
	    i < sizeof(algorithms) / sizeof(algorithms[0]); i++)
		if (slice_is_nocase((struct slice){ stated.p, n },
		    slice_of(algorithms[i].name)) &&
		    read_bytes(slice_from(stated, n + 1),
		    algorithms[i].hash->digest_size, d->stated))
			start(d, algorithms[i].hash);
}

bool
stated_digest_holds(const struct stated_digest *d)
{
	unsigned char got[DIGEST_BYTES_MAX];

	if (d->hash == NULL)
		return true;
	d->hash->digest(d->state, d->hash->digest_size, got);
	return memcmp(got, d->stated, d->hash->digest_size) == 0;
}

void
stated_digest_close(struct stated_digest *d)
{
	free(d->state);
}

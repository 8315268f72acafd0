#include "streams.h"

#include <stdlib.h>
#include <string.h>

#include "format/office/ole.h"

enum {
	SECTOR = 512, SECTORS = SECTOR / 4, ENTRY = 128, LENGTH = 4,
	END_OF_CHAIN = -2, FREE = -1, FAT = -3,
	WINDOW_MAX = 16,
};

static const char magic[8] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

static unsigned char file[SECTOR * (SECTORS + 1)];

bool
streams_are_file(struct slice bytes)
{
	return slice_starts(bytes, (struct slice){ magic, sizeof(magic) });
}

static void
put(size_t at, long value, int bytes)
{
	for (int i = 0; i < bytes; i++, value >>= 8)
		file[at + (size_t)i] = (unsigned char)value;
}

static unsigned
length_at(struct slice bytes)
{
	unsigned length;

	memcpy(&length, bytes.p, LENGTH);
	return length;
}

/* Cuts the next stream off *BYTES; LAST: it is all the rest. */
static struct slice
cut_stream(struct slice *bytes, bool last)
{
	struct slice stream = *bytes;

	if (!last && bytes->n >= LENGTH) {
		unsigned length = length_at(*bytes);

		stream = slice_from(*bytes, LENGTH);
		if (stream.n > length)
			stream.n = length;
		*bytes = slice_from(*bytes, LENGTH + stream.n);
	}
	return stream;
}

/* 2.6.1: entry NUMBER of the directory, which is the second sector. */
static void
put_entry(size_t number, const char *name, int type, int start, size_t bytes)
{
	size_t at = 2 * SECTOR + number * ENTRY, i = 0;

	for (; name[i] != '\0'; i++)
		put(at + 2 * i, name[i], 2);
	put(at + 64, (long)(2 * i + 2), 2);
	put(at + 66, type, 1);
	put(at + 67, 1, 1);		/* black */
	put(at + 68, FREE, 4);		/* left */
	put(at + 72, type == 2 && number < STREAMS_MAX - 1 ?
	    (long)number + 1 : FREE, 4);	/* right: the next stream */
	put(at + 76, type == 5 ? 1 : FREE, 4);	/* child */
	put(at + 116, start, 4);
	put(at + 120, (long)bytes, 4);
}

/* 2.2: no stream is small, so there is no second table of sectors. */
static void
put_header(void)
{
	memset(file, 0, sizeof(file));
	memcpy(file, magic, sizeof(magic));
	put(24, 0x3E, 2);
	put(26, 3, 2);
	put(28, 0xFFFE, 2);
	put(30, 9, 2);
	put(32, 6, 2);
	put(44, 1, 4);		/* sectors of the table */
	put(48, 1, 4);		/* the directory's */
	put(60, END_OF_CHAIN, 4);
	put(68, END_OF_CHAIN, 4);
	memset(file + 76, 0xFF, SECTOR - 76);
	put(76, 0, 4);
	memset(file + SECTOR, 0xFF, SECTOR);
	put(SECTOR, FAT, 4);
	put(SECTOR + 4, END_OF_CHAIN, 4);
}

struct slice
streams_file_of(struct slice bytes, const char *const name[])
{
	int sector = 2;

	put_header();
	put_entry(0, "Root Entry", 5, END_OF_CHAIN, 0);
	for (size_t i = 0; name[i] != NULL; i++) {
		bool         last = name[i + 1] == NULL;
		struct slice stream = cut_stream(&bytes, last);
		size_t       room = SECTOR * (size_t)(SECTORS - sector);

		if (stream.n > room)
			stream.n = room;
		put_entry(i + 1, name[i], 2, stream.n > 0 ? sector :
		    END_OF_CHAIN, stream.n);
		if (last)
			put(2 * SECTOR + (i + 1) * ENTRY + 72, FREE, 4);
		if (stream.n > 0)
			memcpy(file + SECTOR * (size_t)(sector + 1), stream.p,
			    stream.n);
		for (size_t left = stream.n; left > 0; sector++) {
			left -= left < SECTOR ? left : SECTOR;
			put(SECTOR + 4 * (size_t)sector, left > 0 ? sector + 1 :
			    END_OF_CHAIN, 4);
		}
	}
	return (struct slice){ (char *)file, SECTOR * (size_t)(sector + 1) };
}

/* Puts the streams of the file, of N bytes, in its place. */
static size_t
unwrap(const char *const name[], uint8_t *bytes, size_t n, size_t most)
{
	const char *failed;
	struct ole *ole = ole_open((struct slice){ (char *)bytes, n }, &failed);
	size_t      to = 0;
	uint8_t    *out = malloc(most + LENGTH);

	for (size_t i = 0; ole != NULL && name[i] != NULL; i++) {
		struct slice stream = ole_stream(ole, name[i]);
		unsigned     length;

		if (name[i + 1] != NULL && most - to >= LENGTH) {
			length = (unsigned)stream.n;
			memcpy(out + to, &length, LENGTH);
			to += LENGTH;
		}
		if (stream.n > most - to)
			stream.n = most - to;
		if (stream.n > 0)
			memcpy(out + to, stream.p, stream.n);
		to += stream.n;
		free((char *)stream.p);
	}
	if (ole != NULL)
		ole_close(ole);
	memcpy(bytes, out, to);
	free(out);
	return to;
}

/* A number of some bytes becomes another one near by, or an extreme one. */
static void
change_number(uint8_t *at, size_t width, unsigned draw)
{
	static const int32_t extreme[] = { 0, 1, -1, 0x7F, 0x80, 0xFF, 0x100,
	    0x7FFF, 0x8000, 0xFFFF, 0x10000, INT32_MAX, INT32_MIN };
	uint32_t value = 0;

	for (size_t i = width; i > 0; i--)
		value = value << 8 | at[i - 1];
	value = draw % 2 == 0 ? value + draw / 2 % 33 - 16 :
	    (uint32_t)extreme[draw / 2 % (sizeof(extreme) / sizeof(*extreme))];
	for (size_t i = 0; i < width; i++, value >>= 8)
		at[i] = (uint8_t)value;
}

static void
change_window(uint8_t *bytes, size_t n)
{
	size_t at = (size_t)rand() % n, width = n - at;
	size_t from = (size_t)rand() % n;

	if (width > WINDOW_MAX)
		width = WINDOW_MAX;
	switch (rand() % 4) {
	case 0:
		LLVMFuzzerMutate(bytes + at, width, width);
		break;
	case 1:
		memmove(bytes + at, bytes + from, n - from < width ? n - from :
		    width);
		break;
	default:
		width = width >= 4 ? (size_t)1 << rand() % 3 : 1;
		change_number(bytes + at, width, (unsigned)rand());
		break;
	}
}

size_t
streams_mutate(const char *const name[], uint8_t *bytes, size_t n, size_t most,
    unsigned seed)
{
	srand(seed);
	if (streams_are_file((struct slice){ (char *)bytes, n }))
		n = unwrap(name, bytes, n, most);
	if (n == 0 || rand() % 16 == 0)
		return LLVMFuzzerMutate(bytes, n, most);
	for (int left = 1 + rand() % 4; left > 0; left--)
		change_window(bytes, n);
	return n;
}

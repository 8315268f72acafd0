#include "base/memory.h"
#include "doc.h"

enum {
	CLX = 0x1A2,		/* in the file information block */
	PRC = 1, PCDT = 2,	/* 2.9.38 Clx: what it consists of */
	FC_NARROW = 1 << 30,	/* 2.9.73 FcCompressed */
	PIECE_BYTES = 8,	/* 2.9.177 Pcd */
};

/* The characters of all stories together. */
static uint64_t
all_characters(const struct doc *doc)
{
	uint64_t n = 0;

	for (int i = 0; i < STORIES; i++)
		n += doc->length[i];
	return n;
}

/* Returns how many bytes the piece takes. */
static size_t
add_text_piece(struct doc *doc, uint32_t start, uint32_t end, uint32_t fc)
{
	struct doc_piece piece = { .start = start, .end = end };
	uint32_t         width, room;

	piece.narrow = (fc & FC_NARROW) != 0;
	piece.offset = fc & (FC_NARROW - 1);
	if (piece.narrow)
		piece.offset /= 2;
	width = piece.narrow ? 1 : 2;
	if (piece.offset >= doc->main.n) {
		doc->cut |= end > start && start < all_characters(doc);
		return 0;
	}
	room = (uint32_t)(doc->main.n - piece.offset) / width;
	if (end - start > room) {
		piece.end = start + room;
		doc->cut |= piece.end < all_characters(doc);
	}
	doc->scattered |= doc->pieces > 0 &&
	    piece.offset < doc->piece[doc->pieces - 1].offset;
	*MEMORY_APPEND(doc->piece, doc->pieces, doc->pieces_room) = piece;
	return (size_t)(piece.end - start) * width;
}

const char *
doc_pieces_read(struct doc *doc)
{
	struct slice clx = doc_structure(doc, CLX);
	size_t       at = 0, n, bytes = 0;

	while (little8(clx, at) == PRC)
		at += 3 + little16(clx, at + 1);
	if (little8(clx, at) != PCDT)
		return "no piece table";
	clx = little_part(clx, at + 5, little32(clx, at + 1));
	if (clx.n < 4 + 4 + PIECE_BYTES)
		return "an empty piece table";
	n = (clx.n - 4) / (4 + PIECE_BYTES);
	for (size_t i = 0; i < n; i++) {
		uint32_t start = little32(clx, 4 * i);
		uint32_t end = little32(clx, 4 * (i + 1));

		if (end < start)
			return "a piece table out of order";
		bytes += add_text_piece(doc, start, end,
		    little32(clx, 4 * (n + 1) + PIECE_BYTES * i + 2));
		if (bytes > doc->main.n)
			return "a piece table that says text twice";
	}
	return NULL;
}

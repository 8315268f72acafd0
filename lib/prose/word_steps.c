/* The words of a graph as steps in one array. */
#include "word_steps.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { CHARACTERS = 0x10000 };

/* The array while nodes get their places. */
struct laying {
	const struct word_node   *node;
	const struct word_branch *branch;
	uint32_t *place;		/* of a node, */
	uint32_t *met;			/* in the order they are met */
	size_t    nodes;
	bool     *taken;		/* by a place: a node has it; */
	bool     *full;			/* a step stands there */
	unsigned  bits;			/* places are below 2^bits */
};

enum { NOT_MET, MET };			/* before there is a place */

static void
meet(struct laying *laying, uint32_t number)
{
	const struct word_node *node = &laying->node[number];

	if (laying->place[number] != NOT_MET)
		return;
	laying->place[number] = MET;
	laying->met[laying->nodes++] = number;
	for (uint32_t i = 0; i < node->branches; i++)
		meet(laying, laying->branch[node->branch + i].to);
}

/* Makes room for the steps, twice as many as there are and more, so that a place for the
 * next node is found soon: taking the lowest one for each took two seconds. */
static void
make_room(struct laying *laying)
{
	size_t branches = 0, room;

	for (size_t i = 0; i < laying->nodes; i++)
		branches += laying->node[laying->met[i]].branches;
	while ((size_t)1 << laying->bits < 2 * branches + 2)
		laying->bits++;
	room = ((size_t)1 << laying->bits) + CHARACTERS;
	laying->taken = memory_zeroed(room);
	laying->full = memory_zeroed(room);
}

static bool
fits(const struct laying *laying, const struct word_node *node, uint32_t place)
{
	const struct word_branch *branch = &laying->branch[node->branch];

	if (laying->taken[place])
		return false;
	for (uint32_t i = 0; i < node->branches; i++)
		if (laying->full[place + branch[i].character])
			return false;
	return true;
}

/* Gives node NUMBER a place, anywhere. */
static void
give_place(struct laying *laying, uint32_t number)
{
	const struct word_node *node = &laying->node[number];
	const uint32_t          last = ((uint32_t)1 << laying->bits) - 1;
	uint32_t                place = number * 0x9E3779B1u >>
	    (32 - laying->bits);

	while (!fits(laying, node, place))
		place = (place + 1) & last;
	laying->place[number] = place;
	laying->taken[place] = true;
	for (uint32_t i = 0; i < node->branches; i++)
		laying->full[place +
		    laying->branch[node->branch + i].character] = true;
}

/* Gives places to the nodes with branches, first to those with many: what has few fits
 * in between. */
static void
give_places(struct laying *laying)
{
	for (uint32_t many = CHARACTERS; many > 0; many /= 2)
		for (size_t i = 0; i < laying->nodes; i++) {
			const uint32_t branches =
			    laying->node[laying->met[i]].branches;

			if (branches >= many && branches < 2 * many)
				give_place(laying, laying->met[i]);
		}
}

static uint32_t
place_of(const struct laying *laying, uint32_t number)
{
	return laying->node[number].branches == 0 ? 0 : laying->place[number];
}

static size_t
room_of(const struct laying *laying)
{
	return ((size_t)1 << laying->bits) + CHARACTERS;
}

static struct word_step *
write_steps(const struct laying *laying)
{
	struct word_step *step = memory_zeroed(room_of(laying) *
	    sizeof(*step));

	for (size_t i = 0; i < laying->nodes; i++) {
		const struct word_node *node = &laying->node[laying->met[i]];

		for (uint32_t b = 0; b < node->branches; b++) {
			const struct word_branch branch =
			    laying->branch[node->branch + b];

			step[laying->place[laying->met[i]] +
			    branch.character] = (struct word_step){
			    place_of(laying, branch.to),
			    (uint16_t)branch.character,
			    (uint16_t)laying->node[branch.to].set };
		}
	}
	return step;
}

struct word_step *
word_steps(const struct word_node *node, size_t nodes,
    const struct word_branch *branch, uint32_t root, uint32_t *place,
    size_t *steps)
{
	struct laying     laying = { .node = node, .branch = branch };
	struct word_step *step;

	laying.place = memory_zeroed(nodes * sizeof(*laying.place));
	laying.met = memory_get(nodes * sizeof(*laying.met));
	meet(&laying, root);
	make_room(&laying);
	laying.taken[0] = true;		/* which is none */
	give_places(&laying);
	step = write_steps(&laying);
	*place = place_of(&laying, root);
	*steps = room_of(&laying);
	free(laying.place);
	free(laying.met);
	free(laying.taken);
	free(laying.full);
	return step;
}

/* lexicon: run when the programs are built.  Writes as C what lexicon_read makes of the
 * lines built in, on standard output, so that tabulate need not make a graph of them
 * each time it starts. */
#include <stdio.h>
#include <stdlib.h>

#include "prose/lexicon.h"
#include "prose/prose.h"

static void
write_classes(struct classes set)
{
	printf("{ {");
	for (int i = 0; i < CLASSES_WORDS; i++)
		printf(" %lluu,", (unsigned long long)set.bit[i]);
	printf(" } },\n");
}

/* Most places have no step. */
static void
write_graph(const struct word_graph *graph)
{
	printf("static struct word_step step[%zu] = {\n", graph->steps);
	for (size_t i = 0; i < graph->steps; i++)
		if (graph->step[i].to != 0 || graph->step[i].set != 0)
			printf("\t[%zu] = { %u, %u, %u },\n", i,
			    graph->step[i].to, graph->step[i].character,
			    graph->step[i].set);
	printf("};\n\nstatic struct classes set[] = {\n");
	for (size_t i = 0; i < graph->sets; i++) {
		printf("\t");
		write_classes(graph->set[i]);
	}
	printf("};\n\n");
}

static void
write_sections(const struct lexicon *lexicon)
{
	printf("static struct section_class section[] = {\n");
	for (size_t i = 0; i < lexicon->sections; i++)
		printf("\t{ { \"%.*s\", %zu }, %d },\n",
		    (int)lexicon->section[i].code.n, lexicon->section[i].code.p,
		    lexicon->section[i].code.n, lexicon->section[i].class);
	printf("};\n\n");
}

static void
write_lexicon(const struct lexicon *lexicon)
{
	printf("const struct lexicon compiled_lexicon = {\n\t.class = {\n");
	for (int i = 0; i < lexicon->classes; i++)
		printf("\t\t{ .name = { \"%.*s\", %zu }, .kind = %d },\n",
		    (int)lexicon->class[i].name.n, lexicon->class[i].name.p,
		    lexicon->class[i].name.n, (int)lexicon->class[i].kind);
	printf("\t},\n\t.classes = %d,\n", lexicon->classes);
	printf("\t.words = { .step = step, .steps = %zu, .root = %u,\n"
	    "\t    .set = set, .sets = %zu },\n", lexicon->words.steps,
	    lexicon->words.root, lexicon->words.sets);
	printf("\t.own = %u,\n\t.section = section, .sections = %zu,\n"
	    "\t.is_compiled = true,\n};\n", lexicon->own, lexicon->sections);
}

int
main(void)
{
	static struct lexicon lexicon;

	prose_vet();
	lexicon_read(&lexicon, data_table(DATA_LEXICON));
	printf("#include \"prose/lexicon.h\"\n\n");
	write_graph(&lexicon.words);
	write_sections(&lexicon);
	write_lexicon(&lexicon);
	return ferror(stdout) != 0 || fclose(stdout) != 0 ? EXIT_FAILURE :
	    EXIT_SUCCESS;
}

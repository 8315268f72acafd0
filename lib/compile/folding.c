/* folding: run when the programs are built.  Writes as C what the characters that reports
 * are written in are folded to. */
#include <stdio.h>
#include <stdlib.h>

#include "text/folding.h"

/* First and last pages: Latin, Greek, Cyrillic; marks, figures in circles; radicals,
 * marks and units of CJK; ideographs; what is compatible with them; full-width forms. */
static const uint16_t ranges[][2] = {
	{ 0x00, 0x05 }, { 0x20, 0x27 }, { 0x2E, 0x33 }, { 0x4E, 0x9F },
	{ 0xF9, 0xFA }, { 0xFE, 0xFF },
};

enum { RANGES = sizeof(ranges) / sizeof(*ranges) };

static void
write_page(uint32_t number)
{
	printf("\t{");
	for (uint32_t i = 0; i < FOLDING_PAGE; i++)
		printf("%s%lu,", i % 8 == 0 ? "\n\t\t" : " ", (unsigned long)
		    fold_entry(number * FOLDING_PAGE + i));
	printf("\n\t},\n");
}

int
main(void)
{
	printf("#include \"text/folding.h\"\n\n"
	    "static uint32_t entry[][FOLDING_PAGE] = {\n");
	for (int i = 0; i < RANGES; i++)
		for (uint32_t p = ranges[i][0]; p <= ranges[i][1]; p++)
			write_page(p);
	printf("};\n\nstatic const uint16_t number[] = {");
	for (int i = 0; i < RANGES; i++)
		for (uint32_t p = ranges[i][0]; p <= ranges[i][1]; p++)
			printf(" %lu,", (unsigned long)p);
	printf(" };\n\nconst struct compiled_folding compiled_folding = {\n"
	    "\tsizeof(number) / sizeof(*number), number, entry\n};\n");
	return ferror(stdout) != 0 || fclose(stdout) != 0 ? EXIT_FAILURE :
	    EXIT_SUCCESS;
}

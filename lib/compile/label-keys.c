/* label-keys: run when the programs are built.  Writes as C the keys of the names of the
 * forms built in. */
#include <stdio.h>
#include <stdlib.h>

#include "form/label_keys.h"

int
main(void)
{
	struct forms       *forms = forms_load();
	struct arena        arena = { NULL, NULL };
	const struct slice *key = label_keys(forms, &arena);
	size_t              n = label_keys_n(forms);

	printf("#include \"form/label_keys.h\"\n\n"
	    "static const struct slice key[] = {\n");
	for (size_t i = 0; i < n; i++)	/* no quote is in a key */
		printf("\t{ \"%.*s\", %zu },\n", (int)key[i].n, key[i].p,
		    key[i].n);
	printf("};\n\nconst struct compiled_label_keys compiled_label_keys = "
	    "{ key, %zu };\n", n);
	arena_free(&arena);
	forms_free(forms);
	return ferror(stdout) != 0 || fclose(stdout) != 0 ? EXIT_FAILURE :
	    EXIT_SUCCESS;
}

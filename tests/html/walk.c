/* walk PAGE...: the cells of pages, by gumbo: what extract's speed is compared
 * with. */
#include <gumbo.h>
#include <stdio.h>
#include <stdlib.h>

static void
print_text(const GumboNode *node)
{
	const GumboVector *children = &node->v.element.children;

	if (node->type == GUMBO_NODE_TEXT)
		fputs(node->v.text.text, stdout);
	if (node->type != GUMBO_NODE_ELEMENT)
		return;
	for (unsigned i = 0; i < children->length; i++)
		print_text(children->data[i]);
}

static void
walk(const GumboNode *node)
{
	const GumboVector *children = &node->v.element.children;

	if (node->type != GUMBO_NODE_ELEMENT)
		return;
	if (node->v.element.tag == GUMBO_TAG_TD) {
		print_text(node);
		putchar('\n');
	}
	for (unsigned i = 0; i < children->length; i++)
		walk(children->data[i]);
}

int
main(int argc, char *argv[])
{
	enum { PAGE_MAX = 4 * 1024 * 1024 };
	char *page = malloc(PAGE_MAX);

	for (int i = 1; i < argc && page != NULL; i++) {
		FILE        *file = fopen(argv[i], "rb");
		GumboOutput *tree;
		size_t       n;

		if (file == NULL) {
			perror(argv[i]);
			return 2;
		}
		n = fread(page, 1, PAGE_MAX, file);
		fclose(file);
		tree = gumbo_parse_with_options(&kGumboDefaultOptions, page,
		    n);
		walk(tree->root);
		gumbo_destroy_output(&kGumboDefaultOptions, tree);
	}
	free(page);
	return page == NULL ? 2 : 0;
}

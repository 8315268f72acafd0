/* export: records into stores and files of other programs.  See export(1). */
#include <signal.h>
#include <string.h>

#include "base/diagnostics.h"
#include "cli/cli.h"
#include "export/documents.h"
#include "export/intake.h"
#include "userdata/userdata.h"

enum { INPUTS_MAX = 64 };

/* A file that an option named, and what it holds. */
struct input {
	const char            *file;
	const struct record_type *type;
};

struct export {
	const struct target *target;
	struct destination   destination;
	const char          *withdrawn;	/* a file of names, or NULL */
	struct input         input[INPUTS_MAX];
	int                  inputs;
	struct intake      intake;
};

enum { OPTION_BOM = 256, OPTION_DOCUMENTS, OPTION_FACTS, OPTION_FINDINGS, OPTION_REPLACE,
	OPTION_SUMMARY, OPTION_VERBATIM, OPTION_WITHDRAW };

static const struct cli_option options[] = {
	{ 't', "to", "TARGET", "csv, ndjson, package, postgres or sqlite" },
	{ 'o', "output", "PATH", "the file, folder or database" },
	{ OPTION_FACTS, "facts", "FILE", "facts to write; repeatable" },
	{ OPTION_DOCUMENTS, "documents", "FILE", "documents; repeatable" },
	{ OPTION_FINDINGS, "findings", "FILE", "findings; repeatable" },
	{ OPTION_SUMMARY, "summary", "FILE", "a summary, with its header" },
	{ OPTION_REPLACE, "replace", NULL, "all that the tables hold" },
	{ OPTION_WITHDRAW, "withdraw", "FILE", "take these documents away" },
	{ OPTION_BOM, "bom", NULL, "csv: a byte order mark, for Excel" },
	{ OPTION_VERBATIM, "verbatim", NULL, "csv: formulas as they are" },
	{ 0, NULL, NULL, NULL },
};

static const char *
add_input(struct export *export, const char *file,
    const struct record_type *type)
{
	if (export->inputs == INPUTS_MAX)
		return "too many files by options";
	export->input[export->inputs++] = (struct input){ file, type };
	return NULL;
}

static const char *
set_target(struct export *export, const char *name)
{
	export->target = target_find(name);
	return export->target != NULL ? NULL :
	    "targets are csv, ndjson, package, postgres and sqlite";
}

static const char *
set(void *context, int letter, const char *value)
{
	struct export *export = context;

	switch (letter) {
	case 't':
		return set_target(export, value);
	case 'o':
		export->destination.path =
		    strcmp(value, "-") != 0 ? value : NULL;
		break;
	case OPTION_FACTS:
		return add_input(export, value, &facts_type);
	case OPTION_DOCUMENTS:
		return add_input(export, value, &documents_type);
	case OPTION_FINDINGS:
		return add_input(export, value, &findings_type);
	case OPTION_SUMMARY:
		return add_input(export, value, &export->intake.summary.type);
	case OPTION_REPLACE:
		export->destination.replaces = true;
		break;
	case OPTION_WITHDRAW:
		export->withdrawn = value;
		break;
	case OPTION_BOM:
		export->destination.bom = true;
		break;
	case OPTION_VERBATIM:
		export->destination.verbatim = true;
		break;
	}
	return NULL;
}

/* What of the options does not go together; NULL: nothing. */
static const char *
contradiction(const struct export *export)
{
	const struct target      *target = export->target;
	const struct destination *to = &export->destination;

	if (target == NULL)
		return "no --to says where";
	if (target->needs_path && to->path == NULL)
		return "-o names the folder or the database";
	if (!target->keeps_documents &&
	    (to->replaces || export->withdrawn != NULL))
		return "--replace and --withdraw are for databases";
	if (target != &target_csv && (to->bom || to->verbatim))
		return "--bom and --verbatim are for csv";
	return NULL;
}

/* Reads all of the input; what comes by options first. */
static void
read_all(struct export *export, char *const operand[], int operands)
{
	if (export->withdrawn != NULL)
		withdraw_documents(&export->intake, export->withdrawn);
	for (int i = 0; i < export->inputs; i++)
		intake_read(&export->intake, export->input[i].file,
		    export->input[i].type);
	for (int i = 0; i < operands; i++)
		intake_read(&export->intake, operand[i], NULL);
	if (export->inputs + operands == 0 && export->withdrawn == NULL)
		intake_read(&export->intake, "-", NULL);
}

static const struct cli_tool tool = {
	.name = "export",
	.purpose = "Writes records into a database or for other programs.",
	.operands = "[FILE ...]",
	.option = options,
	.set = set,
	.overlay = userdata_lay,
};

/* Reads everything into the target, which keeps all or nothing. */
static void
load(struct export *export, char *const operand[], int operands)
{
	const struct target *target = export->target;

	/* A limit on files is an error of the write, not the end. */
	signal(SIGXFSZ, SIG_IGN);
	export->intake.target = target;
	export->intake.state = target->open(&export->destination);
	if (export->intake.state != NULL) {
		read_all(export, operand, operands);
		target->finish(export->intake.state,
		    status_now() != CLI_TROUBLE);
	}
	intake_free(&export->intake);
}

int
main(int argc, char *argv[])
{
	static struct export export;
	int         operands = cli_start(&tool, argc, argv, &export);
	const char *reason = contradiction(&export);

	if (reason != NULL)
		cli_usage(tool.name, reason);
	load(&export, argv + operands, argc - operands);
	return cli_finish();
}

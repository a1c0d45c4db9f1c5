#include "cli/config.h"

static const struct field config_fields[] = {
	{"ladder", FIELD_TEXT, offsetof(struct config, ladder),
	 .summary = "the ladder to use: a shipped one's id, or a file"},
};

static const struct shape config_shape = {
	.what = "a configuration",
	.fields = config_fields,
	.n = sizeof config_fields / sizeof *config_fields,
	.size = sizeof(struct config),
};

struct config config_read(const struct doc *doc, struct arena *a,
			  const struct limits *limits, struct diag *d)
{
	struct reader r = {a, d, doc, limits, false};
	struct config config = {0};

	if (doc->n && !doc->refused)
		read_struct(&r, &config_shape, NULL, doc->nodes, &config);
	doc_paths(doc, d);
	return config;
}

#include "model/config.h"

#define AT(type, member) .at = offsetof(struct type, member)
#define NODE_TO(type, member) .node_at = offsetof(struct type, member)
#define ROWS(rows) .fields = rows, .n = sizeof rows / sizeof *rows

const char *const level_names[] = {"off", "note", "warning", "error", NULL};

static const char *const fail_words[] = {"error", "warning", "note", "never",
					 NULL};

static const struct field setting_fields[] = {
	{"level", FIELD_WORD, AT(setting, level), .flags = FIELD_FROM_ONE,
	 .words = level_names, .summary = "how much its findings count"},
};

static const struct shape setting_shape = {
	"a severity",	 ROWS(setting_fields), sizeof(struct setting),
	.text_field = "level", .only_short = true};

static const struct field vocabulary_fields[] = {
	{"words", FIELD_TEXTS, AT(vocabulary, words),
	 .summary = "words of the language"},
};

static const struct shape vocabulary_shape = {
	"a list of words", ROWS(vocabulary_fields), sizeof(struct vocabulary),
	.list_field = "words"};

static const struct field config_fields[] = {
	{"format", FIELD_TEXT, AT(config, format),
	 NODE_TO(config, format_node), .summary = "config/1"},
	{"ladder", FIELD_TEXT, AT(config, ladder),
	 .summary = "the ladder to use: a shipped one's id, or a file"},
	{"severity", FIELD_KEYED, AT(config, severity),
	 .flags = FIELD_ANY_KEY, .shape = &setting_shape,
	 .summary = "by code or name: how much a finding counts"},
	{"fail-on", FIELD_WORD, AT(config, fail_on), .flags = FIELD_FROM_ONE,
	 .words = fail_words,
	 .summary = "the least finding that validate fails for"},
	{"baseline", FIELD_TEXT, AT(config, baseline),
	 .summary = "the file of findings that validate accepts"},
	{"ignore", FIELD_TEXTS, AT(config, ignore),
	 .summary = "paths that validate leaves out of directories"},
	{"vague-words", FIELD_KEYED, AT(config, vague_words),
	 .flags = FIELD_ANY_KEY, .shape = &vocabulary_shape,
	 .summary = "by language: words for what cannot be seen (L403)"},
};

const struct shape config_shape = {"a configuration", ROWS(config_fields),
				   sizeof(struct config), 0};

bool config_may_set(enum code code, enum level level)
{
	return level == LEVEL_ERROR || level == LEVEL_UNSET ||
	       !code_is_firm(code);
}

struct setting_scope setting_scope(struct str word)
{
	return (struct setting_scope){code_find(word), code_family(word)};
}

bool setting_is_unknown(struct setting_scope scope)
{
	return scope.code == N_CODES && scope.family < 0;
}

bool setting_is_refused(struct setting_scope scope, enum level level)
{
	if (scope.code != N_CODES)
		return !config_may_set(scope.code, level);
	for (unsigned code = 0; code < N_CODES; code++)
		if (code_table[code].id[1] == '0' + scope.family &&
		    config_may_set((enum code)code, level))
			return false;
	return true;
}

void setting_offer(struct typo *t)
{
	code_offer(t);
	code_family_offer(t);
}

static void check_setting(const struct doc *doc, const struct setting *one,
			  struct diag *d)
{
	struct setting_scope scope = setting_scope(one->head.id);
	struct typo typo = {.word = one->head.id};
	struct finding *f;

	if (setting_is_unknown(scope)) {
		if (diag_may_guess(d, 3 * N_CODES))
			setting_offer(&typo);
		f = doc_add(d, CODE_L902, doc, one->head.node,
			    "%s is the code of no finding",
			    diag_quote(d, one->head.id));
		if (typo.best.ptr)
			finding_suggest(d, f, typo.best);
		else
			finding_help(d, f, "'ladder explain' names them all");
		return;
	}
	if (!setting_is_refused(scope, (enum level)one->level))
		return;
	f = doc_add(d, CODE_L905, doc, one->head.node,
		    "the findings of %s stay errors",
		    diag_quote(d, one->head.id));
	finding_help(d, f, "nothing can be made of a file that has one; take "
			   "the line out");
}

static void check_format(const struct config *config, const struct doc *doc,
			 struct diag *d)
{
	if (config->format_node && !str_is(config->format, "config/1"))
		doc_add(d, CODE_L101, doc, config->format_node,
			"the format is %s; expected config/1",
			diag_quote(d, config->format));
}

struct config config_read(const struct doc *doc, struct arena *a,
			  const struct limits *limits, struct diag *d)
{
	struct reader r = {a, d, doc, limits, false};
	struct config config = {0};

	/* an empty one says nothing, as one of comments alone does; who parsed
	 * it expected a ladder */
	if (!doc->n)
		diag_take_back(d, CODE_L019, doc->files.at[0].source);
	else if (!doc->refused && node_has_value(doc->nodes))
		read_struct(&r, &config_shape, NULL, doc->nodes, &config);
	check_format(&config, doc, d);
	for_each(one, &config.severity)
		check_setting(doc, one, d);
	doc_paths(doc, d);
	return config;
}

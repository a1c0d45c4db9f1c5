#include "model/fields.h"

#include "model/assessment.h"
#include "model/config.h"

#define AT(type, member) .at = offsetof(struct type, member)
#define NODE_TO(type, member) .node_at = offsetof(struct type, member)
#define ROWS(rows) .fields = rows, .n = sizeof rows / sizeof *rows

static const char *const layers[] = {"execution", "technical", "leadership",
				     NULL};
static const char *const laterals[] = {"same-rank", "explicit", NULL};
static const char *const kinds[] = {"ic", "manager", NULL};
static const char *const combines[] = {"sum", "mean", NULL};

const char *const resource_types[] = {
	"book",	  "course",	"certification", "degree",  "apprenticeship",
	"talk",	  "meetup",	"conference",	 "article", "newsletter",
	"webinar", "community", "project",	 "mentor",  "other",
	NULL};

/* --- competencies and stages --------------------------------------------- */

static const struct field resource_fields[] = {
	{"title", FIELD_TEXT, AT(resource, title), .flags = FIELD_MANDATORY,
	 .summary = "what it is called"},
	{"type", FIELD_WORD, AT(resource, type), .flags = FIELD_FROM_ONE,
	 .words = resource_types, .summary = "what kind of thing it is"},
	{"url", FIELD_TEXT, AT(resource, url), .summary = "where to find it"},
	{"hours", FIELD_FIGURE, AT(resource, hours),
	 .summary = "how many hours it takes"},
};

static const struct shape resource_shape = {
	"a resource", ROWS(resource_fields), sizeof(struct resource), 0};

static const struct field behaviour_fields[] = {
	{"id", FIELD_ID, AT(behaviour, head.id), .flags = FIELD_NOT_DIGITS,
	 .summary = "name for `met` in assessments"},
	{"text", FIELD_TEXT, AT(behaviour, text), .flags = FIELD_MANDATORY,
	 .summary = "what others can see"},
	{"examples", FIELD_TEXTS, AT(behaviour, examples),
	 .summary = "illustrations; never required"},
	{"optional", FIELD_BOOL, AT(behaviour, optional),
	 .summary = "shown, never counted"},
};

static const struct shape behaviour_shape = {
	"a behaviour",	ROWS(behaviour_fields), sizeof(struct behaviour),
	.text_field = "text", .id_field = "id"};

/* A cell has the keys of a stage but for `id`, `renamed-from`, `points`. */
#define NAME_FIELDS                                                        \
	{"name", FIELD_TEXT, AT(rubric, name), .summary = "name for people"}, \
	{"summary", FIELD_TEXT, AT(rubric, summary),                       \
	 .summary = "the stage in a sentence"}

#define RUBRIC_FIELDS                                                      \
	{"needs", FIELD_STAGES, AT(rubric, needs),                         \
	 .summary = "prerequisites, all of them"},                         \
	{"effort", FIELD_EFFORT, AT(rubric, effort),                       \
	 .summary = "deliberate work from the stage below to here"},       \
	{"elapsed", FIELD_TIME, AT(rubric, elapsed),                       \
	 NODE_TO(rubric, elapsed_node),                                    \
	 .summary = "the shortest time in which it can be shown"},         \
	{"behaviours", FIELD_LIST, AT(rubric, behaviours),                 \
	 .shape = &behaviour_shape, .summary = "what shows it, a checklist"}, \
	{"examples", FIELD_TEXTS, AT(rubric, examples),                    \
	 .summary = "illustrations; never required"},                      \
	{"practise", FIELD_TEXTS, AT(rubric, practise),                    \
	 .summary = "what to do to get there"},                            \
	{"evidence", FIELD_TEXTS, AT(rubric, evidence),                    \
	 .summary = "the measurable outcome that shows it"},               \
	{"resources", FIELD_LIST, AT(rubric, resources),                   \
	 .shape = &resource_shape, .summary = "books, courses, people"}

static const struct field stage_fields[] = {
	{"id", FIELD_ID, AT(rubric, head.id), .flags = FIELD_NOT_DIGITS,
	 .summary = "name of the stage in files"},
	NAME_FIELDS,
	{"renamed-from", FIELD_TEXTS, AT(rubric, renamed_from),
	 .flags = FIELD_IDS, .summary = "ids that it had before"},
	RUBRIC_FIELDS,
	{"points", FIELD_FIGURE, AT(rubric, points),
	 NODE_TO(rubric, points_node),
	 .summary = "points for scores; the stage's number by default"},
};

static const struct field cell_fields[] = {NAME_FIELDS, RUBRIC_FIELDS};

static const struct shape stage_shape = {
	"a stage", ROWS(stage_fields), sizeof(struct rubric),
	.id_field = "id"};

static const struct shape cell_shape = {
	"a cell", ROWS(cell_fields), sizeof(struct rubric),
	.list_field = "behaviours"};

static const struct field category_fields[] = {
	{"name", FIELD_TEXT, AT(category, name), .flags = FIELD_MANDATORY,
	 .summary = "name for people"},
	{"layer", FIELD_WORD, AT(category, layer), .flags = FIELD_FROM_ONE,
	 .words = layers, .summary = "the layer of its competencies"},
	{"summary", FIELD_TEXT, AT(category, summary),
	 .summary = "the category in a sentence"},
};

static const struct shape category_shape = {
	"a category", ROWS(category_fields), sizeof(struct category), 0};

static const struct field competency_fields[] = {
	{"name", FIELD_TEXT, AT(competency, name), .flags = FIELD_MANDATORY,
	 .summary = "name for people"},
	{"category", FIELD_TEXT, AT(competency, category_id),
	 NODE_TO(competency, category_node), .summary = "its category"},
	{"layer", FIELD_WORD, AT(competency, layer),
	 NODE_TO(competency, layer_node), .flags = FIELD_FROM_ONE,
	 .words = layers, .summary = "its layer, unless the category tells"},
	{"summary", FIELD_TEXT, AT(competency, summary),
	 .summary = "the competency in a sentence"},
	{"renamed-from", FIELD_TEXTS, AT(competency, renamed_from),
	 .flags = FIELD_IDS, .summary = "ids that it had before"},
	{"threshold", FIELD_FIGURE, AT(competency, threshold), .min = 1,
	 .max = 1000,
	 .summary = "share of the behaviours that reaches a stage"},
	{"stages", FIELD_LIST, AT(competency, written),
	 NODE_TO(competency, stages_node), .shape = &stage_shape,
	 .summary = "its stages, lowest first"},
};

static const struct shape competency_shape = {
	"a competency", ROWS(competency_fields), sizeof(struct competency), 0};

/* --- rules --------------------------------------------------------------- */

static const struct field choice_fields[] = {
	{"at-least", FIELD_WHOLE, AT(choice, at_least),
	 NODE_TO(choice, at_least_node), .flags = FIELD_MANDATORY, .min = 1000,
	 .summary = "how many of them"},
	{"of", FIELD_STAGES, AT(choice, of), .flags = FIELD_MANDATORY,
	 .summary = "competency to stage"},
	{"summary", FIELD_TEXT, AT(choice, summary),
	 .summary = "the choice in a sentence"},
};

static const struct shape choice_shape = {
	"a choice", ROWS(choice_fields), sizeof(struct choice), 0};

static const struct field goal_fields[] = {
	{"figure", FIELD_FIGURE, AT(score_goal, figure),
	 .summary = "what the score must reach"},
};

static const struct shape goal_shape = {
	"a score",	ROWS(goal_fields),  sizeof(struct score_goal),
	.text_field = "figure", .only_short = true};

static const struct field weight_fields[] = {
	{"weight", FIELD_FIGURE, AT(weight, weight),
	 .summary = "what its points are multiplied by"},
};

static const struct shape weight_shape = {
	"a weight",	ROWS(weight_fields), sizeof(struct weight),
	.text_field = "weight", .only_short = true};

static const struct field score_fields[] = {
	{"name", FIELD_TEXT, AT(score, name), .summary = "name for people"},
	{"summary", FIELD_TEXT, AT(score, summary),
	 .summary = "the score in a sentence"},
	{"of", FIELD_TEXTS, AT(score, of), NODE_TO(score, of_node),
	 .summary = "competencies and categories; all by default"},
	{"points", FIELD_FIGURES, AT(score, points),
	 .summary = "points by stage, from stage 1"},
	{"weights", FIELD_KEYED, AT(score, weights),
	 NODE_TO(score, weights_node), .flags = FIELD_REFERS,
	 .shape = &weight_shape, .summary = "by competency or category"},
	{"combine", FIELD_WORD, AT(score, combine),
	 NODE_TO(score, combine_node), .flags = FIELD_FROM_ONE,
	 .words = combines, .summary = "sum, or mean over the weights"},
};

static const struct shape score_shape = {
	"a score", ROWS(score_fields), sizeof(struct score), 0};

/* --- tracks and levels --------------------------------------------------- */

static const struct field pair_fields[] = {
	{"text", FIELD_TEXT, AT(pair, text), .summary = "its text"},
};

static const struct shape pair_shape = {
	"an attribute", ROWS(pair_fields), sizeof(struct pair),
	.text_field = "text", .only_short = true};

static const struct field experience_fields[] = {
	{"min", FIELD_FIGURE, AT(span_of_figures, min), .summary = "years"},
	{"max", FIELD_FIGURE, AT(span_of_figures, max), .summary = "years"},
};

static const struct shape experience_shape = {
	"an experience", ROWS(experience_fields),
	sizeof(struct span_of_figures), 0};

static const struct field salary_fields[] = {
	{"min", FIELD_FIGURE, AT(span_of_figures, min), .flags = FIELD_SALARY,
	 .summary = "the lower end"},
	{"max", FIELD_FIGURE, AT(span_of_figures, max), .flags = FIELD_SALARY,
	 .summary = "the upper end"},
	{"currency", FIELD_TEXT, AT(span_of_figures, currency),
	 .summary = "as EUR"},
};

static const struct shape salary_shape = {
	"a salary", ROWS(salary_fields), sizeof(struct span_of_figures), 0};

static const struct field level_fields[] = {
	{"id", FIELD_ID, AT(role, head.id), .flags = FIELD_MANDATORY,
	 .summary = "its name in files, unique in the track"},
	{"code", FIELD_TEXT, AT(role, code), .summary = "as IC3"},
	{"title", FIELD_TEXT, AT(role, title), .summary = "title for people"},
	{"titles", FIELD_TEXTS, AT(role, titles),
	 .summary = "other titles in use"},
	{"rank", FIELD_WHOLE, AT(role, rank), NODE_TO(role, rank_node),
	 .min = 1000, .summary = "comparable over tracks"},
	{"summary", FIELD_TEXT, AT(role, summary),
	 .summary = "the level in a sentence"},
	{"attributes", FIELD_KEYED, AT(role, attributes),
	 .flags = FIELD_ANY_KEY, .shape = &pair_shape,
	 .summary = "free pairs of text"},
	{"experience", FIELD_MAPPING, AT(role, experience),
	 .shape = &experience_shape, .summary = "years; information only"},
	{"salary", FIELD_MAPPING, AT(role, salary), .shape = &salary_shape,
	 .summary = "for parity only"},
	{"min-time", FIELD_TIME, AT(role, min_time),
	 .summary = "shortest time in the level before the next move"},
	{"terminal", FIELD_BOOL, AT(role, terminal),
	 .summary = "nobody is expected to go past it"},
	{"cumulative", FIELD_BOOL, AT(role, cumulative),
	 NODE_TO(role, cumulative_node),
	 .summary = "false: starts afresh here"},
	{"requires", FIELD_STAGES, AT(role, requires),
	 NODE_TO(role, requires_node), .summary = "competency to stage"},
	{"optional", FIELD_STAGES, AT(role, optional),
	 .summary = "stretch; never gates"},
	{"expects", FIELD_KEYED, AT(role, expects),
	 NODE_TO(role, expects_node), .flags = FIELD_REFERS,
	 .shape = &cell_shape, .summary = "competency to text: cells"},
	{"choose", FIELD_LIST, AT(role, choose), NODE_TO(role, choose_node),
	 .shape = &choice_shape, .summary = "k of n"},
	{"scores", FIELD_KEYED, AT(role, scores), NODE_TO(role, scores_node),
	 .flags = FIELD_REFERS, .shape = &goal_shape,
	 .summary = "score to figure"},
	{"gates", FIELD_TEXTS, AT(role, gates),
	 .summary = "conditions that are no competency"},
	{"renamed-from", FIELD_TEXTS, AT(role, renamed_from),
	 .flags = FIELD_PATHS,
	 .summary = "ids, or track/level, that it had before"},
};

static const struct shape level_shape = {
	"a level", ROWS(level_fields), sizeof(struct role), .id_field = "id"};

static const struct field track_fields[] = {
	{"name", FIELD_TEXT, AT(track, name), .summary = "name for people"},
	{"kind", FIELD_WORD, AT(track, kind), .words = kinds,
	 .summary = "of individual contributors or of managers"},
	{"summary", FIELD_TEXT, AT(track, summary),
	 .summary = "the track in a sentence"},
	{"renamed-from", FIELD_TEXTS, AT(track, renamed_from),
	 .flags = FIELD_IDS, .summary = "ids that it had before"},
	{"scores", FIELD_KEYED, AT(track, scores), .flags = FIELD_REFERS,
	 .shape = &score_shape, .summary = "its own reading of scores"},
	{"levels", FIELD_LIST, AT(track, levels), NODE_TO(track, levels_node),
	 .flags = FIELD_MANDATORY, .shape = &level_shape,
	 .summary = "lowest first"},
};

static const struct shape track_shape = {
	"a track", ROWS(track_fields), sizeof(struct track), 0};

/* --- the ladder ---------------------------------------------------------- */

static const struct field move_fields[] = {
	{"from", FIELD_TEXT, AT(move, from_text), NODE_TO(move, from_node),
	 .flags = FIELD_MANDATORY, .summary = "a role"},
	{"to", FIELD_TEXT, AT(move, to_text), NODE_TO(move, to_node),
	 .flags = FIELD_MANDATORY, .summary = "a role"},
	{"summary", FIELD_TEXT, AT(move, summary),
	 .summary = "what comes first"},
};

static const struct shape move_shape = {
	"a move", ROWS(move_fields), sizeof(struct move), 0};

static const struct field retired_fields[] = {
	{"since", FIELD_DATE, AT(retired, since),
	 NODE_TO(retired, since_node), .summary = "the day"},
	{"replaced-by", FIELD_TEXT, AT(retired, replaced_by),
	 NODE_TO(retired, replaced_by_node), .summary = "of the same kind"},
};

static const struct shape retired_shape = {
	"a retired id", ROWS(retired_fields), sizeof(struct retired), 0};

static const struct field ladder_fields[] = {
	{"format", FIELD_TEXT, AT(ladder, format),
	 NODE_TO(ladder, format_node), .flags = FIELD_MANDATORY,
	 .summary = "ladder/1"},
	{"id", FIELD_ID, AT(ladder, head.id), .flags = FIELD_MANDATORY,
	 .summary = "its name in files"},
	{"name", FIELD_TEXT, AT(ladder, name), .flags = FIELD_MANDATORY,
	 .summary = "name for people"},
	{"extends", FIELD_TEXT, AT(ladder, extends),
	 NODE_TO(ladder, extends_node),
	 .summary = "builtin:ID, or the path of another ladder"},
	{"version", FIELD_TEXT, AT(ladder, version), .summary = "any text"},
	{"language", FIELD_TEXT, AT(ladder, language),
	 NODE_TO(ladder, language_node), .summary = "a tag of BCP 47"},
	{"summary", FIELD_TEXT, AT(ladder, summary),
	 .summary = "the ladder in a sentence"},
	{"cumulative", FIELD_BOOL, AT(ladder, cumulative),
	 .summary = "a role asks what the levels below it ask"},
	{"lateral", FIELD_WORD, AT(ladder, lateral), .words = laterals,
	 .summary = "who may move between tracks"},
	{"threshold", FIELD_FIGURE, AT(ladder, threshold), .min = 1,
	 .max = 1000,
	 .summary = "share of the behaviours that reaches a stage"},
	{"effort", FIELD_EFFORTS, AT(ladder, efforts),
	 .summary = "effort to reach stage 1, 2, 3 …"},
	{"categories", FIELD_KEYED, AT(ladder, categories),
	 NODE_TO(ladder, categories_node), .shape = &category_shape,
	 .summary = "groups of competencies"},
	{"competencies", FIELD_KEYED, AT(ladder, competencies),
	 NODE_TO(ladder, competencies_node), .flags = FIELD_MANDATORY,
	 .shape = &competency_shape, .summary = "what people learn"},
	{"scores", FIELD_KEYED, AT(ladder, scores),
	 NODE_TO(ladder, scores_node), .shape = &score_shape,
	 .summary = "points over competencies"},
	{"tracks", FIELD_KEYED, AT(ladder, tracks),
	 NODE_TO(ladder, tracks_node), .flags = FIELD_MANDATORY,
	 .shape = &track_shape, .summary = "ways to grow"},
	{"moves", FIELD_LIST, AT(ladder, moves), .shape = &move_shape,
	 .summary = "moves between roles beside the usual ones"},
	{"retired", FIELD_KEYED, AT(ladder, retired),
	 .flags = FIELD_ANY_KEY | FIELD_PATHS,
	 .shape = &retired_shape, .summary = "ids that are gone on purpose"},
};

const struct shape ladder_shape = {"a ladder", ROWS(ladder_fields),
				   sizeof(struct ladder), 0};

/* --- assessments --------------------------------------------------------- */

static const struct field evidence_fields[] = {
	{"text", FIELD_TEXT, AT(evidence, text), .flags = FIELD_MANDATORY,
	 .summary = "what was done"},
	{"date", FIELD_DATE, AT(evidence, date), NODE_TO(evidence, date_node),
	 .summary = "the day"},
	{"url", FIELD_TEXT, AT(evidence, url), .summary = "where to see it"},
};

static const struct shape evidence_shape = {
	"a piece of evidence", ROWS(evidence_fields), sizeof(struct evidence),
	0};

static const struct field rating_fields[] = {
	{"stage", FIELD_TEXT, AT(rating, stage_text),
	 NODE_TO(rating, stage_node), .flags = FIELD_NUMBERED,
	 .summary = "the stage reached"},
	{"met", FIELD_TEXTS, AT(rating, met), NODE_TO(rating, met_node),
	 .flags = FIELD_NUMBERED,
	 .summary = "behaviours of the next stage that are shown"},
	{"na", FIELD_TEXT, AT(rating, na), NODE_TO(rating, na_node),
	 .summary = "why it does not apply"},
	{"note", FIELD_TEXT, AT(rating, note), .summary = "any text"},
	{"evidence", FIELD_LIST, AT(rating, evidence),
	 NODE_TO(rating, evidence_node), .shape = &evidence_shape,
	 .summary = "what shows it"},
};

const struct shape rating_shape = {
	"a rating", ROWS(rating_fields), sizeof(struct rating),
	.text_field = "stage"};

static const struct field assessment_fields[] = {
	{"format", FIELD_TEXT, AT(assessment, format),
	 .flags = FIELD_MANDATORY, .summary = "assessment/1"},
	{"ladder", FIELD_TEXT, AT(assessment, ladder_id),
	 NODE_TO(assessment, ladder_node), .flags = FIELD_MANDATORY,
	 .summary = "the ladder's id"},
	{"ladder-version", FIELD_TEXT, AT(assessment, ladder_version),
	 NODE_TO(assessment, version_node),
	 .summary = "the version it was made for"},
	{"person", FIELD_TEXT, AT(assessment, person),
	 .flags = FIELD_MANDATORY, .summary = "whose it is"},
	{"assessor", FIELD_TEXT, AT(assessment, assessor),
	 .summary = "self, or who assessed"},
	{"date", FIELD_DATE, AT(assessment, date),
	 NODE_TO(assessment, date_node), .summary = "the day"},
	{"role", FIELD_TEXT, AT(assessment, role_text),
	 NODE_TO(assessment, role_node), .summary = "today's role"},
	{"since", FIELD_DATE, AT(assessment, since),
	 NODE_TO(assessment, since_node), .summary = "in it since"},
	{"baseline", FIELD_TEXT, AT(assessment, baseline_text),
	 NODE_TO(assessment, baseline_node),
	 .summary = "the role whose stages count where nothing is rated"},
	{"target", FIELD_TEXT, AT(assessment, target_text),
	 NODE_TO(assessment, target_node), .summary = "the role aimed at"},
	{"hours-per-week", FIELD_FIGURE, AT(assessment, hours_per_week),
	 .min = 1, .summary = "time to learn"},
	{"focus", FIELD_WHOLE, AT(assessment, focus), .min = 1000,
	 .summary = "how many competencies side by side"},
	{"avoid", FIELD_TEXTS, AT(assessment, avoid),
	 NODE_TO(assessment, avoid_node),
	 .summary = "tracks or roles not to enter"},
	{"mentor", FIELD_BOOL, AT(assessment, mentor),
	 .summary = "may be suggested as a mentor"},
	{"ratings", FIELD_KEYED, AT(assessment, ratings),
	 .flags = FIELD_REFERS, .shape = &rating_shape,
	 .summary = "competency to stage"},
};

const struct shape assessment_shape = {"an assessment",
				       ROWS(assessment_fields),
				       sizeof(struct assessment), 0};

const struct shape *const all_shapes[] = {
	&ladder_shape,	   &category_shape, &competency_shape, &stage_shape,
	&cell_shape,	   &behaviour_shape, &resource_shape,   &track_shape,
	&level_shape,	   &experience_shape, &salary_shape,   &pair_shape,
	&choice_shape,	   &goal_shape,	     &score_shape,	 &weight_shape,
	&move_shape,	   &retired_shape,   &assessment_shape, &rating_shape,
	&evidence_shape,   &config_shape,    NULL};

#include "report/accepted.h"

#include "base/date.h"
#include "doc/scalar.h"
#include "text/safe.h"

/* Letters, digits and dots: what paths of ids are made of. */
static bool is_plain(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) &&
		    !(i && strchr("0123456789._-/", c)))
			return false;
	}
	return text.len > 0;
}

static void write_name(struct buf *out, const char *key, struct str name)
{
	if (!name.len)
		return;
	buf_printf(out, "    %s: ", key);
	if (is_plain(name))
		buf_add(out, name);
	else
		scalar_write_quoted(out, name);
	buf_char(out, '\n');
}

/* What an entry is about; its reason comes next. */
struct subject {
	struct str fingerprint, file, path;
	const char *id, *name; /* of the code; NULL: it is not known */
};

static void write_entry(struct buf *out, const struct subject *about)
{
	buf_printf(out, "  - fingerprint: \"%.*s\"\n",
		   STR_ARG(about->fingerprint));
	if (about->id)
		buf_printf(out, "    code: %s  # %s\n", about->id,
			   about->name);
	write_name(out, "file", about->file);
	write_name(out, "path", about->path);
}

/* An entry that stays as it is. */
static void write_used(struct buf *out, const struct acceptance *one)
{
	enum change_code change = change_find(one->code);
	enum code code = code_find(one->code);
	struct subject about = {one->fingerprint, one->file, one->path, NULL,
			      NULL};
	char day[11];

	if (change != N_CHANGES) {
		about.id = change_table[change].id;
		about.name = change_table[change].name;
	} else if (code != N_CODES) {
		about.id = code_table[code].id;
		about.name = code_table[code].name;
	}
	write_entry(out, &about);
	buf_z(out, "    reason: ");
	scalar_write_quoted(out, one->reason);
	if (one->until_node)
		buf_printf(out, "\n    until: %s",
			   date_write(one->until, day));
	buf_char(out, '\n');
}

static void write_all_used(struct buf *out, const struct accepted *accepted)
{
	for (uint32_t i = 0; accepted && i < accepted->list.n; i++)
		if (accepted->list.at[i].used)
			write_used(out, &accepted->list.at[i]);
}

static void write_changes(struct buf *out, const struct diff_view *v)
{
	for (uint32_t i = 0; v->diff && i < v->diff->changes.n; i++) {
		const struct change *c = &v->diff->changes.at[i];
		struct subject about = {.fingerprint = str_of(c->fingerprint),
				      .id = change_table[c->code].id,
				      .name = change_table[c->code].name,
				      .path = change_path(c)};

		if (v->hidden && v->hidden[i])
			continue;
		write_entry(out, &about);
		buf_z(out, "    reason:\n");
	}
}

static void write_finding(struct buf *out, const struct new_finding *new)
{
	struct subject about = {.fingerprint = str_of(new->fingerprint),
			      .id = code_table[new->code].id,
			      .name = code_table[new->code].name,
			      .file = new->file,
			      .path = new->path};

	write_entry(out, &about);
	buf_z(out, "    reason: \"Was there when the baseline was "
		   "written.\"\n");
}

/* The list goes into a file of its own kind. */
static void write_file(struct buf *out, struct buf *list)
{
	size_t from = out->len;

	buf_z(out, "format: accepted/1\n");
	buf_z(out, list->len ? "accepted:\n" : "accepted: []\n");
	buf_add(out, buf_str(list));
	/* what it puts in is an escape of YAML, too, and stands in quotes */
	safe_commands(out, from);
	buf_release(list);
}

void yaml_accepted(const struct accepted *accepted, const diff_views *views,
		   struct buf *out)
{
	struct buf list = {0};

	write_all_used(&list, accepted);
	for_each(view, views)
		write_changes(&list, view);
	write_file(out, &list);
}

void yaml_baseline(const struct accepted *accepted, const new_findings *news,
		   struct buf *out)
{
	struct buf list = {0};

	write_all_used(&list, accepted);
	for_each(new, news)
		write_finding(&list, new);
	write_file(out, &list);
}

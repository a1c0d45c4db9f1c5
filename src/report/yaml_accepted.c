#include "report/accepted.h"

#include "base/date.h"
#include "text/safe.h"

/* A scalar in double quotes, which can hold any text. */
static void quoted(struct buf *out, struct str text)
{
	buf_char(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];

		if (c == '"' || c == '\\')
			buf_char(out, '\\');
		if (c < ' ')
			buf_printf(out, "\\x%02x", c);
		else
			buf_char(out, (char)c);
	}
	buf_char(out, '"');
}

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

static void write_entry(struct buf *out, struct str fingerprint,
			enum change_code code, struct str path)
{
	buf_printf(out, "  - fingerprint: \"%.*s\"\n", STR_ARG(fingerprint));
	if (code != N_CHANGES)
		buf_printf(out, "    code: %s  # %s\n", change_table[code].id,
			   change_table[code].name);
	if (!path.len)
		return;
	buf_z(out, "    path: ");
	if (is_plain(path))
		buf_add(out, path);
	else
		quoted(out, path);
	buf_char(out, '\n');
}

static void write_used(struct buf *out, const struct acceptance *one)
{
	char day[11];

	write_entry(out, one->fingerprint, change_find(one->code), one->path);
	buf_z(out, "    reason: ");
	quoted(out, one->reason);
	if (one->until_node)
		buf_printf(out, "\n    until: %s",
			   date_write(one->until, day));
	buf_char(out, '\n');
}

static void write_changes(struct buf *out, const struct diff_view *v)
{
	for (uint32_t i = 0; v->diff && i < v->diff->changes.n; i++) {
		const struct change *c = &v->diff->changes.at[i];

		if (v->hidden && v->hidden[i])
			continue;
		write_entry(out, str_of(c->fingerprint), c->code,
			    change_path(c));
		buf_z(out, "    reason:\n");
	}
}

void yaml_accepted(const struct accepted *accepted, const diff_views *views,
		   struct buf *out)
{
	struct buf list = {0};
	size_t from = out->len;

	for (uint32_t i = 0; accepted && i < accepted->list.n; i++)
		if (accepted->list.at[i].used)
			write_used(&list, &accepted->list.at[i]);
	for_each(view, views)
		write_changes(&list, view);
	buf_z(out, "format: accepted/1\n");
	buf_z(out, list.len ? "accepted:\n" : "accepted: []\n");
	buf_add(out, buf_str(&list));
	/* what it puts in is an escape of YAML, too, and stands in quotes */
	safe_commands(out, from);
	buf_release(&list);
}

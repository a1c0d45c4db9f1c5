#include "report/github.h"

#include "text/safe.h"

static const char *const level_names[N_GITHUB_LEVELS] = {"notice", "warning",
							 "error"};

static void escape(struct buf *out, struct str s, const char *signs)
{
	for (size_t i = 0; i < s.len; i++)
		if (strchr(signs, s.ptr[i]) && s.ptr[i])
			buf_printf(out, "%%%02X", (unsigned char)s.ptr[i]);
		else
			buf_char(out, s.ptr[i]);
}

static void add_property(struct buf *out, const char *name, struct str value,
			 bool *any)
{
	struct buf safe = {0};

	if (!value.len)
		return;
	safe_text(&safe, value);
	buf_printf(out, "%s%s=", *any ? "," : " ", name);
	escape(out, buf_str(&safe), "%\r\n:,");
	buf_release(&safe);
	*any = true;
}

void github_command(struct buf *out, const struct github_remark *r)
{
	struct buf safe = {0};
	bool any = false;

	buf_printf(out, "::%s", level_names[r->level]);
	add_property(out, "file", r->file, &any);
	if (any && r->line)
		buf_printf(out, ",line=%u,endLine=%u", (unsigned)r->line,
			   (unsigned)r->end_line);
	add_property(out, "title", r->title, &any);
	buf_z(out, "::");
	safe_text(&safe, r->message);
	escape(out, buf_str(&safe), "%\r\n");
	buf_char(out, '\n');
	buf_release(&safe);
}

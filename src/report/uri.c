#include "report/uri.h"

/* Unreserved characters (section 2.3) and the slash between names. */
static bool may_stand(char c)
{
	char lower = ascii_lower(c);

	return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') ||
	       (c && strchr("-._~/", c));
}

/* A first name with a colon would be read as a scheme (section 4.2): the colon
 * is encoded like everything else that is not plain. */
void uri_path(struct buf *out, struct str path)
{
	if (str_starts(path, STR("/")))
		buf_z(out, "file://");
	for (size_t i = 0; i < path.len; i++)
		if (may_stand(path.ptr[i]))
			buf_char(out, path.ptr[i]);
		else
			buf_printf(out, "%%%02X", (unsigned char)path.ptr[i]);
}

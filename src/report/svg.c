#include "report/svg.h"

#include "report/html.h"

void svg_number(struct buf *out, int64_t tenths)
{
	int64_t size = tenths < 0 ? -tenths : tenths;

	buf_printf(out, "%s%lld", tenths < 0 ? "-" : "",
		   (long long)(size / SVG_PX));
	if (size % SVG_PX)
		buf_printf(out, ".%lld", (long long)(size % SVG_PX));
}

void svg_at(struct buf *out, const char *name, int64_t tenths)
{
	buf_printf(out, " %s=\"", name);
	svg_number(out, tenths);
	buf_char(out, '"');
}

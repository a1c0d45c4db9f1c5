/* How output for people is to look; the cli finds out, reports obey. */
#ifndef REPORT_STYLE_H
#define REPORT_STYLE_H

#include <stdbool.h>

struct report_style {
	int width;     /* columns; 0: not known, then pages take 80 and
			  findings 160 */
	bool color;    /* ANSI colours may be used */
	bool ascii;    /* our own signs in ASCII; the user's text stays */
	bool terminal; /* somebody looks at it: long lists are cut, and a last
			  line sums up */
};

#endif

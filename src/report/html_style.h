/* How pages look in a browser: the one style sheet, lines ended by a NULL. */
#ifndef REPORT_HTML_STYLE_H
#define REPORT_HTML_STYLE_H

extern const char *const html_style[];

#endif

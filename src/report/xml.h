/* Text in XML 1.0 (fifth edition): the one place where data is escaped for
 * it. */
#ifndef REPORT_XML_H
#define REPORT_XML_H

#include "base/buf.h"

#include <stdint.h>

/* Between tags. Characters that no document may hold (section 2.2) and bytes
 * that are not UTF-8 become U+FFFD. */
void xml_text(struct buf *out, struct str text);

/* ` name="value"`; white space in the value is kept as it is, which a reader
 * would otherwise make spaces of (section 3.3.3). */
void xml_attribute(struct buf *out, const char *name, struct str value);
void xml_number(struct buf *out, const char *name, uint64_t value);

#endif

/// What a person gets of a run: one self-contained page, a page that links several, a table for the
/// terminal, and the trades, orders and equity as files.
///
/// [quorate.research.report.RunReport] is what comes in. The page needs no network and no script to
/// be read; everything taken from outside is escaped.
@NullMarked
package quorate.research.report;

import org.jspecify.annotations.NullMarked;

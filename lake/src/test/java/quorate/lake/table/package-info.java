/// Tests of result tables.
@NullMarked
package quorate.lake.table;

import org.jspecify.annotations.NullMarked;

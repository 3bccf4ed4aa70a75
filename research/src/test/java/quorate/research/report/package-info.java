/// Tests of the report, and a made-up run to show in it.
@NullMarked
package quorate.research.report;

import org.jspecify.annotations.NullMarked;

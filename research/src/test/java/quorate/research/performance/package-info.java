/// Tests of the figures, and small worlds to try them on.
@NullMarked
package quorate.research.performance;

import org.jspecify.annotations.NullMarked;

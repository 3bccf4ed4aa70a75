@NullMarked
package quorate.research.run;

import org.jspecify.annotations.NullMarked;

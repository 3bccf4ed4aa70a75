@NullMarked
package quorate.engine.run;

import org.jspecify.annotations.NullMarked;

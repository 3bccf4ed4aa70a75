@NullMarked
package quorate.engine;

import org.jspecify.annotations.NullMarked;

@NullMarked
package quorate.engine.replay;

import org.jspecify.annotations.NullMarked;

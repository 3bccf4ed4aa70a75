/// Tests of what people and machines read.
@NullMarked
package quorate.app.terminal;

import org.jspecify.annotations.NullMarked;

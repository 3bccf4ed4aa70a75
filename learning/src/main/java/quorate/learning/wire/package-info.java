/// Protocol buffers' wire format, for the files of other tools.
@NullMarked
package quorate.learning.wire;

import org.jspecify.annotations.NullMarked;

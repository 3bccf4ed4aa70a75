/// What a run leaves behind: its folder, manifest and tape, and how they are read again.
@NullMarked
package quorate.engine.run;

import org.jspecify.annotations.NullMarked;

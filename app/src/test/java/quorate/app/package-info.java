/// The command line as a user meets it.
@NullMarked
package quorate.app;

import org.jspecify.annotations.NullMarked;

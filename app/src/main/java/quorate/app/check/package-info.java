/// Verbs that check: the project's tests, the machine, and how fast it all is.
@NullMarked
package quorate.app.check;

import org.jspecify.annotations.NullMarked;

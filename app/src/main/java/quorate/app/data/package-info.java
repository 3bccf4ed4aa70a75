/// Verbs that bring data in.
@NullMarked
package quorate.app.data;

import org.jspecify.annotations.NullMarked;

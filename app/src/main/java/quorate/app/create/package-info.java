/// Verbs that write a starting point for a user's own work.
@NullMarked
package quorate.app.create;

import org.jspecify.annotations.NullMarked;

/// Commented starting points for mappings and playbooks, guessed from a user's own file and lake.
@NullMarked
package quorate.app.draft;

import org.jspecify.annotations.NullMarked;

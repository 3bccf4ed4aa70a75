/// How verbs speak: exit codes, errors in one line, JSON for machines, progress for people.
@NullMarked
package quorate.app.terminal;

import org.jspecify.annotations.NullMarked;

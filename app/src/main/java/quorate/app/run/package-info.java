/// Verbs that run playbooks, and what is made of a run: its folder, its report, its replay.
@NullMarked
package quorate.app.run;

import org.jspecify.annotations.NullMarked;

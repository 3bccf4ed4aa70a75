/// What the council of a run did, counted: how its votes ended and what each member said.
@NullMarked
package quorate.research.council;

import org.jspecify.annotations.NullMarked;

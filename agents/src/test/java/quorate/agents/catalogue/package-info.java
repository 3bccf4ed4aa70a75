/// What holds of finding an agent by its name.
@NullMarked
package quorate.agents.catalogue;

import org.jspecify.annotations.NullMarked;

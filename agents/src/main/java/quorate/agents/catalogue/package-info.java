/// Finds an agent by the name that a playbook gives it: one that ships with Quorate, or one that a
/// user wrote.
@NullMarked
package quorate.agents.catalogue;

import org.jspecify.annotations.NullMarked;

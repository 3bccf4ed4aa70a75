/// Multi-agent proximal policy optimisation: agents that act on what each sees, and a critic that
/// sees everything while they learn.
@NullMarked
package quorate.learning.mappo;

import org.jspecify.annotations.NullMarked;

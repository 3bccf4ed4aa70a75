/// A neural engine for small networks, and reinforcement learning on top of it; no finance in it.
@NullMarked
package quorate.learning;

import org.jspecify.annotations.NullMarked;

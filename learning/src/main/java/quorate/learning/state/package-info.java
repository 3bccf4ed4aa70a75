/// Writing down where a computation stands, and going on from there bit for bit.
///
/// A [quorate.learning.state.Stateful] thing writes all that its future depends on to a
/// [quorate.learning.state.StateWriter]; an equally made one reads it back from a
/// [quorate.learning.state.StateReader]. Marks between the parts are checked, so that the state of
/// something else is refused with its name.
@NullMarked
package quorate.learning.state;

import org.jspecify.annotations.NullMarked;

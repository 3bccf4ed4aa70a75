/// The proof that a run can be repeated: recorded inputs go into a fresh engine, and what comes out
/// is held against what was recorded, bit for bit.
@NullMarked
package quorate.engine.replay;

import org.jspecify.annotations.NullMarked;

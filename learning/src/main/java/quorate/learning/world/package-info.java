/// Small worlds that learners are proven on: those of Gymnasium's classic control, one-shot matrix
/// games, and simple-spread. Each is its equations in one file, exact to its source.
///
/// Nothing in them differs between machines: sines and cosines are the package's own, exponentials
/// and logarithms those of `StrictMath`. [quorate.learning.world.Worlds] has them by name.
@NullMarked
package quorate.learning.world;

import org.jspecify.annotations.NullMarked;

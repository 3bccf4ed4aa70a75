/// What learners off the policy remember: steps of the past in flat arrays, drawn evenly or by how
/// much was learned from them, with returns over several steps.
@NullMarked
package quorate.learning.replay;

import org.jspecify.annotations.NullMarked;

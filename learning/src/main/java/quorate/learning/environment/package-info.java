/// The doorway between learners and the worlds they act in: many copies of a world stepped at once
/// on flat arrays.
///
/// A [quorate.learning.environment.World] is equations; a [quorate.learning.environment.Simulation]
/// makes a [quorate.learning.environment.VectorEnvironment] of it. Normalisation, stacked frames
/// and hidden columns are environments around an environment.
@NullMarked
package quorate.learning.environment;

import org.jspecify.annotations.NullMarked;

/// What the outputs of a policy mean: distributions over actions, their logarithms of probability
/// and entropy in a graph, and how to draw from them.
@NullMarked
package quorate.learning.distribution;

import org.jspecify.annotations.NullMarked;

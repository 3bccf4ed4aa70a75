/// Networks as static graphs of operations on tensors of `float`s: declared once, run many times
/// without allocation, forward and backward.
@NullMarked
package quorate.learning.graph;

import org.jspecify.annotations.NullMarked;

/// Arithmetic on arrays of `float`s: on vectors of the machine's width where the JVM was started
/// with the vector module, one by one where not, with the same bits either way.
@NullMarked
package quorate.learning.kernel;

import org.jspecify.annotations.NullMarked;

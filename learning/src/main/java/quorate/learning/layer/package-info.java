/// Layers: parameters with a beginning, and the operations they take part in.
@NullMarked
package quorate.learning.layer;

import org.jspecify.annotations.NullMarked;

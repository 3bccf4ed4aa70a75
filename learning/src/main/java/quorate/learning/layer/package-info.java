/// Layers: parameters with a beginning, and the operations they take part in, in as many graphs as
/// share them.
@NullMarked
package quorate.learning.layer;

import org.jspecify.annotations.NullMarked;

/// Trained weights as files: named arrays of numbers in the safetensors format, which other tools
/// read too.
///
/// [quorate.learning.weights.Safetensors] writes and reads whole files; a
/// [quorate.learning.weights.NamedTensor] is one array in them.
@NullMarked
package quorate.learning.weights;

import org.jspecify.annotations.NullMarked;

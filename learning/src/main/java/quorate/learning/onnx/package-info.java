/// Networks written as ONNX models, which other engines run.
@NullMarked
package quorate.learning.onnx;

import org.jspecify.annotations.NullMarked;

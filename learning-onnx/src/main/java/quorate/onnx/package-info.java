/// ONNX models run by ONNX Runtime, behind the face of `quorate.learning.inference`.
@NullMarked
package quorate.onnx;

import org.jspecify.annotations.NullMarked;

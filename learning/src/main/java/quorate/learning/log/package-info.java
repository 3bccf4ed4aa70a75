/// What a training run says while it goes on: numbers by name and step, and the parameters it was
/// started with.
///
/// [quorate.learning.log.RunLog] is the face; behind it TensorBoard's event files, lines of JSON,
/// an MLflow server, or all of them.
@NullMarked
package quorate.learning.log;

import org.jspecify.annotations.NullMarked;

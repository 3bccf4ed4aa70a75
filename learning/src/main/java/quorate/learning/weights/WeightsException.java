package quorate.learning.weights;

import org.jspecify.annotations.Nullable;

/// Weights that cannot be written, read or trusted; the message says which file or tensor, the
/// rule, the value found and what to do.
public final class WeightsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  WeightsException(String message) {
    this(message, null);
  }

  WeightsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

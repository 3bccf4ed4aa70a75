package quorate.onnx;

import org.jspecify.annotations.Nullable;

/// A model that cannot be opened or run; the message says which, why and what to do.
public final class OnnxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OnnxException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

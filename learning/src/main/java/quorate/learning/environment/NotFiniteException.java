package quorate.learning.environment;

/// A world has given a NaN or an infinite number; the message says where.
public final class NotFiniteException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotFiniteException(String message) {
    super(message);
  }
}

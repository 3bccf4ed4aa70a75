package quorate.learning.state;

/// A saved state that is cut short, damaged, or that of something else.
public final class StateException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StateException(String message) {
    super(message);
  }
}

package quorate.market.tape;

/// A tape cannot be written or read on; the message names the file, the rule and the value found.
public final class TapeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TapeException(String message) {
    super(message);
  }

  public TapeException(String message, Throwable cause) {
    super(message, cause);
  }
}

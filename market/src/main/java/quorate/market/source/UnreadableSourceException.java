package quorate.market.source;

/// A file cannot be read as its mapping says; gives the file, line, rule and the value found.
public final class UnreadableSourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableSourceException(String message) {
    super(message);
  }

  public UnreadableSourceException(String message, Throwable cause) {
    super(message, cause);
  }
}

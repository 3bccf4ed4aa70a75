package quorate.app.terminal;

/// A verb cannot go on; the message says why and what to do, and is all the user sees.
public class StopException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StopException(String message) {
    super(message);
  }

  public StopException(String message, Throwable cause) {
    super(message, cause);
  }
}

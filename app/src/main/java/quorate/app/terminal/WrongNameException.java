package quorate.app.terminal;

/// Something on the command line was named that does not exist or cannot be a name: wrong use.
public final class WrongNameException extends StopException {
  private static final long serialVersionUID = 1L;

  public WrongNameException(String message) {
    super(message);
  }

  public WrongNameException(String message, Throwable cause) {
    super(message, cause);
  }
}

package quorate.app.terminal;

/// Something on the command line, or in a playbook it names, does not exist or cannot be: wrong
/// use.
public final class WrongNameException extends StopException {
  private static final long serialVersionUID = 1L;

  public WrongNameException(String message) {
    super(message);
  }

  public WrongNameException(String message, Throwable cause) {
    super(message, cause);
  }
}

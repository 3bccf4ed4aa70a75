package quorate.learning.run;

/// A run cannot be begun, kept or gone on with; the message says why and what to do.
public class RunException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public RunException(String message) {
    super(message);
  }

  public RunException(String message, Throwable cause) {
    super(message, cause);
  }
}

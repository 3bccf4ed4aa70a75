package quorate.learning.run;

/// A run whose numbers have stopped being numbers, or a loss that has exploded; its last good
/// checkpoint is kept and named by the message.
public final class DivergedException extends RunException {
  private static final long serialVersionUID = 1;

  public DivergedException(String message) {
    super(message);
  }
}

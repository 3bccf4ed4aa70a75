package quorate.engine;

/// The run was interrupted by a person; nothing it wrote counts.
public final class InterruptedRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InterruptedRunException() {
    super("the run was interrupted");
  }
}

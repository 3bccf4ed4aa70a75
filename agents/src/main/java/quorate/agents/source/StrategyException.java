package quorate.agents.source;

/// A user's own agent cannot be used; the message says which file, which line where there is one,
/// what is wrong and what to do.
public final class StrategyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StrategyException(String message) {
    super(message);
  }

  StrategyException(String message, Throwable cause) {
    super(message, cause);
  }
}

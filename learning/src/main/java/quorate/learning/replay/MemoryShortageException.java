package quorate.learning.replay;

/// Steps of the past that were to be held would not fit into the memory that the JVM may still
/// take.
public final class MemoryShortageException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String shortage;
  private final long bytes;

  MemoryShortageException(String shortage, long bytes) {
    super(shortage + ": hold fewer steps, or give the JVM more memory with -Xmx");
    this.shortage = shortage;
    this.bytes = bytes;
  }

  /// What is wrong, for those who know better what to do about it than the message does.
  public String shortage() {
    return shortage;
  }

  /// What the steps would take.
  public long bytes() {
    return bytes;
  }
}

package quorate.engine;

/// Told now and then how far a run has come.
@FunctionalInterface
public interface Progress {
  /// @param events market events read so far
  /// @param timeNs the loop's clock
  void at(long events, long timeNs);

  static Progress none() {
    return (events, timeNs) -> {};
  }
}

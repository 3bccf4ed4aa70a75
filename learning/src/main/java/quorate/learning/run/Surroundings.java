package quorate.learning.run;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import quorate.learning.log.RunLog;

/// What a run needs from outside.
///
/// @param clock for the times of figures; nothing that is learned depends on it
/// @param cpu processor time of this process so far
/// @param logs further ones beside the folder's own, closed with the run
/// @param stop asked between rounds whether somebody wants the run to stop
/// @param watcher told how far it is
public record Surroundings(
    Clock clock, Supplier<Duration> cpu, List<RunLog> logs, BooleanSupplier stop, Watcher watcher) {
  public Surroundings {
    logs = List.copyOf(logs);
  }

  /// Told how far a run is, whenever it writes figures.
  @FunctionalInterface
  public interface Watcher {
    /// @param stepsPerSecond of this process
    /// @param newestReturn mean of the newest episodes of training; NaN before the first has ended
    void at(long steps, double stepsPerSecond, double newestReturn);
  }
}

package quorate.learning.log;

import java.util.Map;

/// Where a training run writes its numbers. One thread at a time.
public interface RunLog extends AutoCloseable {
  /// Notes a number.
  ///
  /// @param name such as `rollout/return`; the part before the slash groups it
  /// @param step of the environments, at least 0
  /// @param value may be NaN or infinite: a run that diverges shows it here first
  void scalar(String name, long step, double value);

  /// Notes what the run was started with.
  void parameters(Map<String, String> parameters);

  /// Hands what was noted so far to the system, so that other processes see it; waits for no
  /// server.
  void flush();

  /// The run has failed, for a log that tells how a run ended; comes before [#close].
  default void fail() {}

  /// Somebody stopped the run, which may go on later; else as [#fail].
  default void interrupt() {}

  @Override
  void close();
}

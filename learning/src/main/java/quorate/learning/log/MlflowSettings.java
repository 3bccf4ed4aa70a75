package quorate.learning.log;

import java.net.URI;
import java.time.Duration;

/// Where and how patiently a run is told to an MLflow server.
///
/// @param address of the tracking server, `http` or `https`, such as `http://localhost:5000`; a
///   name and password in it are sent as basic authentication
/// @param experiment made when the server has none of this name
/// @param run the name shown for the run
/// @param requestTimeout for one answer; a server that takes longer counts as away
/// @param firstBackOff wait after the first failure; doubles with each further one
/// @param longestBackOff where the doubling ends
/// @param queue how many numbers wait for a server that is away; more are dropped and counted
/// @param closeWithin how long closing waits for what is still to be sent
public record MlflowSettings(
    URI address,
    String experiment,
    String run,
    Duration requestTimeout,
    Duration firstBackOff,
    Duration longestBackOff,
    int queue,
    Duration closeWithin) {
  public MlflowSettings {
    String scheme = String.valueOf(address.getScheme());
    if (!(scheme.equals("http") || scheme.equals("https")) || address.getHost() == null) {
      throw new IllegalArgumentException(
          "the MLflow tracking address must be like http://localhost:5000, but was " + address);
    }
    if (experiment.isBlank() || run.isBlank()) {
      throw new IllegalArgumentException(
          "experiment and run must have names, but were \"%s\" and \"%s\""
              .formatted(experiment, run));
    }
    if (!requestTimeout.isPositive()
        || !firstBackOff.isPositive()
        || longestBackOff.compareTo(firstBackOff) < 0
        || closeWithin.isNegative()) {
      throw new IllegalArgumentException(
          ("times must be positive and the longest back-off no shorter than the first, but were %s,"
                  + " %s, %s and %s")
              .formatted(requestTimeout, firstBackOff, longestBackOff, closeWithin));
    }
    if (queue < 1) {
      throw new IllegalArgumentException("the queue must hold at least 1, but was " + queue);
    }
  }

  /// Ten seconds for an answer, half a second to half a minute between attempts, 100,000 numbers
  /// (about 10 MB) for a server that is away, five seconds for closing.
  public static MlflowSettings defaults(URI address, String experiment, String run) {
    return new MlflowSettings(
        address,
        experiment,
        run,
        Duration.ofSeconds(10),
        Duration.ofMillis(500),
        Duration.ofSeconds(30),
        100_000,
        Duration.ofSeconds(5));
  }
}

package quorate.lake;

import java.nio.file.Path;
import java.time.Duration;

/// Where the lake lies and what it may use.
///
/// @param root folder of the lake, `data/lake` by default
/// @param tapes folder of the tapes derived from it, `data/tape` by default
/// @param memoryMegabytes most memory of the embedded database, 64 or more; 512 by default
/// @param threads of the embedded database, 1 to 64; 1 by default: what an ingest writes is mostly
///   sorted already, and a second thread costs it twice the processor time and wins nothing; more
///   pay where hundreds of millions of rows come unsorted
/// @param patience how long an ingest waits while another process writes; 10 s by default
public record LakeSettings(
    Path root, Path tapes, int memoryMegabytes, int threads, Duration patience) {
  public LakeSettings {
    if (patience.isNegative()) {
      throw new IllegalArgumentException("patience must not be negative, but was " + patience);
    }
  }

  public static LakeSettings defaults() {
    return new LakeSettings(
        Path.of("data", "lake"), Path.of("data", "tape"), 512, 1, Duration.ofSeconds(10));
  }

  /// The same settings for a data folder with `lake` and `tape` in it.
  public LakeSettings in(Path data) {
    return new LakeSettings(
        data.resolve("lake"), data.resolve("tape"), memoryMegabytes, threads, patience);
  }
}

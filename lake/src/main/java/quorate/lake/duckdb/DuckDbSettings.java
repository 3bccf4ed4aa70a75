package quorate.lake.duckdb;

import java.nio.file.Path;

/// What the embedded database may use.
///
/// @param memoryMegabytes most memory for its own buffers, in MB; beyond it, it writes to
///   `spillFolder`. 512 by default: a sort of any length passes through it, and with a heap of 256
///   MB the process stays below a gigabyte
/// @param threads worker threads, 1 to 64
/// @param spillFolder where it puts what does not fit into memory; made when needed
public record DuckDbSettings(int memoryMegabytes, int threads, Path spillFolder) {
  public static final int DEFAULT_MEMORY_MEGABYTES = 512;

  public DuckDbSettings {
    if (memoryMegabytes < 64) {
      throw new IllegalArgumentException(
          "memory of the lake's database must be at least 64 MB, but was " + memoryMegabytes);
    }
    if (threads < 1 || threads > 64) {
      throw new IllegalArgumentException(
          "threads of the lake's database must be from 1 to 64, but was " + threads);
    }
  }
}

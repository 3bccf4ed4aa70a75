package quorate.lake;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import quorate.lake.duckdb.DuckDb;
import quorate.lake.duckdb.DuckDbSettings;

/// The embedded database of one piece of work, started when first needed.
final class Databases implements AutoCloseable {
  private final DuckDbSettings settings;
  private @Nullable DuckDb database;

  Databases(LakeSettings settings, Path spillFolder) {
    this.settings = new DuckDbSettings(settings.memoryMegabytes(), settings.threads(), spillFolder);
  }

  DuckDb get() throws IOException {
    DuckDb started = database;
    if (started == null) {
      started = DuckDb.open(settings);
      database = started;
    }
    return started;
  }

  @Override
  public void close() throws IOException {
    if (database != null) {
      database.close();
    }
  }
}

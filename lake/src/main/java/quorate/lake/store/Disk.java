package quorate.lake.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the bytes of new files go; tests put a full one in its place.
@FunctionalInterface
public interface Disk {
  /// Begins a new file; its folder exists.
  OutputStream create(Path file) throws IOException;

  /// The disk of the machine.
  static Disk local() {
    return Files::newOutputStream;
  }
}

package quorate.learning.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// One process at a time trains in a folder: two would mix their figures and write over each
/// other's checkpoints.
///
/// Held by the operating system, so it is gone with the process, however that ends; the file
/// `lock`, which is empty, stays.
final class RunLock implements AutoCloseable {
  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws RunException when somebody else trains there, or the folder cannot be written
  static RunLock of(TrainingFolder folder) {
    Path file = folder.path().resolve("lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isMine(channel)) {
        return new RunLock(channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new RunException(
          "run %s cannot be locked: %s; see that its folder can be written"
              .formatted(folder.id(), e),
          e);
    }
    throw new RunException(
        "run %s must be trained by one process at a time, but another is at it: wait for its end,"
                .formatted(folder.id())
            + " or stop it");
  }

  private static boolean isMine(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // this process itself, in another thread
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      return; // an empty file, which goes with the process
    }
  }
}

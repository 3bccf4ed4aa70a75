package quorate.lake.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Lets one process at a time write into a lake; the system takes it back when the process dies.
public final class WriterLock implements AutoCloseable {
  private static final String NAME = ".lock";
  private static final long PAUSE_NS = 20_000_000;

  private final FileChannel channel;
  private final FileLock lock;

  private WriterLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /// Waits for the lock.
  ///
  /// @throws LakeException BUSY after `patience`
  public static WriterLock acquire(Path root, Duration patience) throws IOException {
    long tries = Math.max(1, patience.toNanos() / PAUSE_NS);
    for (long i = 0; i < tries; i++) {
      Optional<WriterLock> taken = tryAcquire(root);
      if (taken.isPresent()) {
        return taken.get();
      }
      LockSupport.parkNanos(PAUSE_NS);
      if (Thread.currentThread().isInterrupted()) {
        throw new LakeException(
            LakeException.Problem.STOPPED, "stopped while another process writes into " + root);
      }
    }
    throw new LakeException(
        LakeException.Problem.BUSY,
        "only one process at a time may write into the lake %s, but another still does after %s; wait for it or stop it"
            .formatted(root, patience));
  }

  /// What is done under the lock.
  public interface Work {
    void run() throws IOException;
  }

  /// Does some work when nobody writes, and nothing when somebody does.
  public static void ifFree(Path root, Work work) throws IOException {
    Optional<WriterLock> taken = tryAcquire(root);
    if (taken.isPresent()) {
      WriterLock lock = taken.get();
      try (lock) {
        work.run();
      }
    }
  }

  private static Optional<WriterLock> tryAcquire(Path root) throws IOException {
    Files.createDirectories(root);
    FileChannel channel =
        FileChannel.open(root.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new WriterLock(channel, lock));
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another part of this process has it
    }
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}

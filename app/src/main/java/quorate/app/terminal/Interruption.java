package quorate.app.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Turns Ctrl-C into an interruption of the working thread and holds the program's end until that
/// thread has cleaned up, so that an interrupted verb leaves nothing half-done and exits with 130.
///
/// Used as a resource around the work: everything inside may be interrupted, and its `finally`
/// blocks are waited for.
public final class Interruption implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch cleaned = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interruptAndWait, "interruption");

  private Interruption() {}

  /// Begins to listen.
  public static Interruption guarded() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void interruptAndWait() {
    worker.interrupt();
    try {
      if (!cleaned.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("quorate: ended before everything was cleaned up");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    cleaned.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      return; // the program is ending, and the hook with it
    }
  }
}

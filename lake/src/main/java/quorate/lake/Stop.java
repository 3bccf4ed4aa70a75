package quorate.lake;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import quorate.lake.store.LakeException;

/// Ends an ingest in an orderly way when its thread is interrupted or the program is told to end,
/// as by Ctrl-C: the program's end waits until what is not finished was cleaned up.
final class Stop implements BooleanSupplier, AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::askAndWait, "lake-clean-up");
  private volatile boolean asked;
  private boolean interrupted;

  private Stop() {}

  /// Begins to listen.
  static Stop listening() {
    Stop stop = new Stop();
    try {
      Runtime.getRuntime().addShutdownHook(stop.hook);
    } catch (IllegalStateException e) {
      stop.asked = true; // the program is ending already
    }
    return stop;
  }

  private void askAndWait() {
    asked = true;
    try {
      boolean clean = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!clean) {
        return; // what is left is swept when the lake is opened next
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean getAsBoolean() {
    return asked || worker.isInterrupted();
  }

  /// @throws LakeException STOPPED when the work should end
  void check() {
    if (getAsBoolean()) {
      throw LakeException.stopped(null);
    }
  }

  /// Takes an interruption off the worker, so that it can clean up with files that would refuse an
  /// interrupted reader; [#close] gives it back.
  void calm() {
    if (Thread.interrupted()) {
      interrupted = true;
      asked = true;
    }
  }

  @Override
  public void close() {
    if (interrupted) {
      worker.interrupt();
    }
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the program is ending; the hook goes with it
    }
  }
}

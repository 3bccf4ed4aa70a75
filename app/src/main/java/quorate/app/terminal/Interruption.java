package quorate.app.terminal;

import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import quorate.engine.InterruptedRunException;
import quorate.lake.store.LakeException;

/// Turns Ctrl-C into an interruption of the working thread, says so in one line and holds the
/// program's end until that thread has cleaned up: an interrupted verb leaves nothing half-done and
/// exits with 130, which is what a process gives that ends by this signal.
///
/// A verb that is not [#guarded] has nothing to clean up and is not waited for longer than a
/// moment.
public final class Interruption implements AutoCloseable {
  private static final String LINE =
      "quorate: interrupted; what is finished stays, run the command again to go on";

  private static final int PATIENCE_SECONDS = 20;
  private static final int MOMENT_SECONDS = 1;
  private static final AtomicInteger GUARDED = new AtomicInteger();
  private static final AtomicInteger ASKING = new AtomicInteger();
  private static volatile String line = LINE;
  private static volatile boolean asked;
  private static boolean said;

  private final boolean asks;

  private Interruption(boolean asks) {
    this.asks = asks;
  }

  /// Runs the program's one command and listens while it runs.
  ///
  /// @return its exit code
  public static int listening(PrintWriter err, IntSupplier command) {
    Thread worker = Thread.currentThread();
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> end(worker, ended, err), "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return command.getAsInt();
    } finally {
      ended.countDown();
      stopListening(hook);
    }
  }

  private static void stopListening(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      return; // the program is ending, and the hook with it
    }
  }

  private static void end(Thread worker, CountDownLatch ended, PrintWriter err) {
    asked = true;
    if (ASKING.get() == 0) {
      worker.interrupt();
    }
    try {
      boolean clean =
          ended.await(GUARDED.get() > 0 ? PATIENCE_SECONDS : MOMENT_SECONDS, TimeUnit.SECONDS);
      say(err);
      if (!clean && GUARDED.get() > 0) {
        err.println("quorate: ended before everything was cleaned up");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Begins work that has something to clean up when it is interrupted; its `finally` blocks are
  /// waited for.
  public static Interruption guarded() {
    GUARDED.incrementAndGet();
    return new Interruption(false);
  }

  /// Begins work that asks by itself, often, whether somebody wants it to stop, and then ends in
  /// its own way; it is waited for. Its thread is not interrupted, which would close the files that
  /// it writes.
  public static Interruption asking() {
    ASKING.incrementAndGet();
    GUARDED.incrementAndGet();
    return new Interruption(true);
  }

  /// Says what to type to go on, instead of the same command again.
  public void goOnWith(String command) {
    line = "quorate: interrupted; to go on, type " + command;
  }

  /// Whether somebody wants the program to stop.
  public boolean isAsked() {
    return asked;
  }

  /// Whether a failure only says that somebody interrupted the work. One that has another reason is
  /// told, also where Ctrl-C was typed meanwhile: what the work was to leave behind may be missing.
  static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if ((asked && cause instanceof ClosedChannelException)
          || cause instanceof ClosedByInterruptException
          || cause instanceof InterruptedIOException
          || cause instanceof InterruptedException
          || cause instanceof InterruptedRunException
          || (cause instanceof LakeException lake
              && lake.problem() == LakeException.Problem.STOPPED)) {
        return true;
      }
    }
    return false;
  }

  /// Takes note that a failure is told. Where Ctrl-C is pending that is said as well, but not how
  /// to go on, which the failure knows better.
  ///
  /// @return the exit code that the shell will see
  static int failing(int code) {
    if (!asked) {
      return code;
    }
    line = "quorate: interrupted";
    return ExitCode.INTERRUPTED;
  }

  /// Says it, once for each Ctrl-C.
  static synchronized void say(PrintWriter err) {
    if (!said) {
      err.println(line);
      err.flush();
    }
    said = asked;
  }

  @Override
  public void close() {
    if (asks) {
      ASKING.decrementAndGet();
      if (!asked) {
        line = LINE;
      }
    }
    GUARDED.decrementAndGet();
  }
}

package quorate.market.tape;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import quorate.domain.EventCursor;
import quorate.domain.JournalEntry;

/// A tape that another thread writes while the loop goes on, for backtests.
///
/// Entries are gathered into two batches by turns: while one fills, the other is encoded and
/// written, which is a quarter of the work of a run over bars. The loop waits only when it is a
/// whole batch ahead, so nothing is lost and memory stays bounded. What went wrong in the writing
/// thread is thrown by the call that next hands a batch over, at the latest by [#seal] or [#close],
/// and once: after it nothing is written and nothing sealed. For one thread's use, as any tape.
public final class BackgroundTape implements Tape {
  private static final int BATCH = 4096;

  private final Tape to;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("quorate-tape").factory());
  private JournalEntry[] filling = new JournalEntry[BATCH];
  private JournalEntry[] spare = new JournalEntry[BATCH];
  private int count;
  private Future<?> writing = CompletableFuture.completedFuture(null);

  private boolean failed;

  private BackgroundTape(Tape to) {
    this.to = to;
  }

  /// @param to written by another thread from now on, and closed with this one
  public static BackgroundTape over(Tape to) {
    return new BackgroundTape(to);
  }

  @Override
  public void append(JournalEntry entry) {
    filling[count++] = entry;
    if (count == BATCH) {
      handOver();
    }
  }

  /// Writes a market event at its place among the entries; waits for those before it.
  @Override
  public void append(EventCursor event) {
    drain();
    to.append(event);
  }

  @Override
  public void force() {
    drain();
    to.force();
  }

  @Override
  public void seal() {
    drain();
    to.seal();
  }

  @Override
  public void close() {
    try {
      if (!failed) {
        drain();
      }
    } finally {
      writer.close();
      to.close();
    }
  }

  private void drain() {
    handOver();
    await();
  }

  private void handOver() {
    if (failed) {
      throw new TapeException("a tape whose writing has failed takes nothing more");
    }
    await();
    JournalEntry[] batch = filling;
    int length = count;
    filling = spare;
    spare = batch;
    count = 0;
    writing =
        writer.submit(() -> {
          for (int i = 0; i < length; i++) {
            to.append(batch[i]);
          }
        });
  }

  /// Waits for the writing thread, whatever interrupts the caller: a batch is written or has
  /// failed, never left in between.
  private void await() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          writing.get();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          failed = true;
          throw e.getCause() instanceof RuntimeException known
              ? known
              : new TapeException("a tape cannot be written: " + e.getCause(), e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

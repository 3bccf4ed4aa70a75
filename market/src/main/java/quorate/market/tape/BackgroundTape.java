package quorate.market.tape;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import quorate.domain.EventCursor;
import quorate.domain.JournalEntry;

/// A tape that another thread writes while the loop goes on, for backtests.
///
/// Entries are gathered into a ring of batches: while one fills, those before it are encoded and
/// written, which is a quarter of the work of a run over bars. The loop waits only when it is the
/// whole ring ahead, so nothing is lost and memory stays bounded. What went wrong in the writing
/// thread is thrown by the call that next hands a batch over, at the latest by [#seal] or [#close],
/// and once: after it nothing is written and nothing sealed. For one thread's use, as any tape.
public final class BackgroundTape implements Tape {
  /// Entries in a batch: enough that to wake the writer costs nothing, few enough for a cache.
  private static final int BATCH = 1024;

  /// Batches in the ring: the writer may be away for some milliseconds without being waited for.
  private static final int RING = 32;

  private final Tape to;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("quorate-tape").factory());
  private final @Nullable JournalEntry[][] ring = new JournalEntry[RING][BATCH];
  private int filling;
  private int count;

  /// One for each batch that neither fills nor waits to be written.
  private final Semaphore free = new Semaphore(RING - 1);

  private volatile @Nullable RuntimeException failure;
  private boolean failureTold;

  private BackgroundTape(Tape to) {
    this.to = to;
  }

  /// @param to written by another thread from now on, and closed with this one
  public static BackgroundTape over(Tape to) {
    return new BackgroundTape(to);
  }

  @Override
  public void append(JournalEntry entry) {
    ring[filling][count++] = entry;
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
      if (!failureTold) {
        drain();
      }
    } finally {
      writer.close();
      to.close();
    }
  }

  /// Waits for the writing thread, whatever interrupts the caller: a batch is written or has
  /// failed, never left in between.
  private void drain() {
    handOver();
    free.acquireUninterruptibly(RING - 1);
    free.release(RING - 1);
    tellFailure();
  }

  private void handOver() {
    tellFailure();
    @Nullable JournalEntry[] batch = ring[filling];
    int length = count;
    writer.execute(() -> write(batch, length));
    filling = (filling + 1) % RING;
    count = 0;
    free.acquireUninterruptibly();
  }

  private void tellFailure() {
    if (failureTold) {
      throw new TapeException("a tape whose writing has failed takes nothing more");
    }
    RuntimeException found = failure;
    if (found != null) {
      failureTold = true;
      throw found;
    }
  }

  /// Writes a batch and lets it go, or the collector would carry a ring of entries along; the
  /// writing thread's.
  private void write(@Nullable JournalEntry[] batch, int length) {
    try {
      for (int i = 0; i < length && failure == null; i++) {
        to.append(Objects.requireNonNull(batch[i]));
      }
    } catch (RuntimeException e) {
      failure = e;
    } catch (Error e) {
      failure = new TapeException("a tape cannot be written: " + e, e);
    } finally {
      Arrays.fill(batch, 0, length, null);
      free.release();
    }
  }
}

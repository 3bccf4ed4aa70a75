package quorate.learning.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Threads that do the pieces of one piece of work together, many thousand times a second.
///
/// Who asks for work takes part in it: every thread claims the next piece that nobody has, so a
/// helper that the machine has no time for costs nothing but its help, and the caller waits only
/// for pieces that were claimed and not finished. Pieces are independent, so who does which changes
/// no result. A helper without work watches for it for some hundred microseconds, as between two
/// operations of a network, and then sleeps. Used by one caller at a time; close it to let the
/// helpers go.
final class Team implements AutoCloseable {
  /// A piece of the present work.
  interface Work {
    void piece(int number);
  }

  /// Looks before a helper sleeps; each is some ten nanoseconds.
  private static final int LOOKS = 20_000;

  private final Thread[] helpers;
  private final Work work;

  /// From the highest bits: the number of the work (32), its pieces (16), pieces claimed (16). In
  /// one word, so that a late helper can never take a piece of one work for one of another.
  private final AtomicLong claims = new AtomicLong();

  private final AtomicInteger done = new AtomicInteger();

  /// What a piece of the present work threw, the first to come.
  private final AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();

  private volatile boolean asleep;
  private volatile boolean closed;

  /// @param threads the caller's included, at least 1
  /// @param work what a piece is; reads what the caller has written before [#run]
  Team(int threads, Work work) {
    this.work = work;
    helpers = new Thread[threads - 1];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] =
          Thread.ofPlatform().daemon().name("quorate-learning-" + (i + 1)).start(this::help);
    }
  }

  /// Does pieces 0 to `pieces` − 1 and returns when all are done; what one of them throws is thrown
  /// on once no other is at work.
  ///
  /// @param pieces at most 32,767
  void run(int pieces) {
    done.setOpaque(0);
    long number = (claims.get() >>> 32) + 1;
    claims.set(number << 32 | (long) pieces << 16);
    if (asleep) {
      asleep = false;
      for (Thread helper : helpers) {
        LockSupport.unpark(helper);
      }
    }
    claimAll();
    while (done.getAcquire() < pieces) {
      Thread.onSpinWait();
    }
    if (trouble.getPlain() != null) {
      throwOn(trouble.getAndSet(null));
    }
  }

  private static void throwOn(@Nullable Throwable thrown) {
    switch (thrown) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(thrown);
    }
  }

  /// Does what nobody has claimed; how often it was there says nothing.
  ///
  /// @return whether there was anything
  private boolean claimAll() {
    boolean any = false;
    while (true) {
      long seen = claims.get();
      int next = (int) (seen & 0xffff);
      int pieces = (int) (seen >>> 16 & 0xffff);
      if (next >= pieces) {
        return any;
      }
      if (claims.compareAndSet(seen, seen + 1)) {
        try {
          work.piece(next);
        } catch (Throwable e) {
          trouble.compareAndSet(null, e);
        } finally {
          done.incrementAndGet();
        }
        any = true;
      }
    }
  }

  private void help() {
    int looks = 0;
    while (!closed) {
      if (claimAll()) {
        looks = 0;
      } else if (++looks < LOOKS) {
        Thread.onSpinWait();
      } else {
        sleep();
        looks = 0;
      }
    }
  }

  /// Says that it sleeps, looks once more, and sleeps; who comes later sees it and wakes it.
  private void sleep() {
    asleep = true;
    long seen = claims.get();
    if ((seen & 0xffff) >= (seen >>> 16 & 0xffff) && !closed) {
      LockSupport.park(this);
    }
  }

  /// Whether a helper has gone to sleep since work was last asked for.
  boolean hasSleepers() {
    return asleep;
  }

  @Override
  public void close() {
    closed = true;
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
  }
}

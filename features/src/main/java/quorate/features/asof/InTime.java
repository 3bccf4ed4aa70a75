package quorate.features.asof;

import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// A stream of dated things that hands each on once its time has come, a nanosecond before not.
///
/// It takes from its source one thing ahead of what was asked for and no more, so a source of any
/// length costs no memory. For one thread.
///
/// @param <T> such as [quorate.domain.MacroRelease] or [quorate.domain.TextSignal]
public final class InTime<T> {
  private final Iterator<? extends T> source;
  private final ToLongFunction<? super T> timeNs;
  private @Nullable T held;
  private long heldNs = Long.MIN_VALUE;

  /// @param source in time order
  /// @param timeNs from when a thing may be used, UTC nanoseconds
  public InTime(Iterator<? extends T> source, ToLongFunction<? super T> timeNs) {
    this.source = source;
    this.timeNs = timeNs;
  }

  /// Hands on everything not handed on yet that may be used at `nowNs`.
  ///
  /// @throws IllegalStateException when the source goes back in time
  public void until(long nowNs, Consumer<? super T> to) {
    while (true) {
      T next = peek();
      if (next == null || heldNs > nowNs) {
        return;
      }
      held = null;
      to.accept(next);
    }
  }

  private @Nullable T peek() {
    if (held == null && source.hasNext()) {
      T next = source.next();
      long nextNs = timeNs.applyAsLong(next);
      if (nextNs < heldNs) {
        throw new IllegalStateException(
            "a stream must be in time order, but %d ns came after %d ns; sort it: %s"
                .formatted(nextNs, heldNs, next));
      }
      held = next;
      heldNs = nextNs;
    }
    return held;
  }
}

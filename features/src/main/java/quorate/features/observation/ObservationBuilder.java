package quorate.features.observation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import quorate.domain.Observation;
import quorate.domain.View;
import quorate.features.indicator.BarView;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// Keeps the last rows of one view of one instrument, and shows them as an [Observation].
///
/// One thread writes ([#update]); any thread may read ([#ready], [#observe]) at any time and never
/// sees a half-written row. The rows lie in a ring longer than the window: the writer counts a row
/// as begun, writes it, and publishes it as complete; a reader copies the newest complete rows and
/// copies again in the rare case that the writer has come round to them meanwhile (the sequence
/// lock of H.-J. Boehm, "Can seqlocks get along with programming language memory models?", MSPC
/// 2012). No lock is taken, and the writer never waits.
///
/// An update allocates nothing and costs a few nanoseconds a column, an observation is one copy of
/// the window.
public final class ObservationBuilder implements Stateful {
  /// Rows that the writer may write while a reader copies, before the reader has to copy again.
  private static final int SPARE_ROWS = 8;

  private static final VarHandle BEGUN;
  private static final VarHandle COMPLETE;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      BEGUN = lookup.findVarHandle(ObservationBuilder.class, "begun", long.class);
      COMPLETE = lookup.findVarHandle(ObservationBuilder.class, "complete", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int instrument;
  private final View view;
  private final FeatureSet features;
  private final List<String> names;
  private final Node[] columns;
  private final RowScaler scaler;

  /// Rows of the ring, a power of two.
  private final int capacity;

  private final float[] ring;
  private final long[] asOfs;

  private long seen;
  private long begun;
  private long complete;
  private int slot;
  private boolean columnsReady;

  /// A view with features of its own.
  public ObservationBuilder(int instrument, View view) {
    this(instrument, view, new FeatureSet(view.timeframe()));
  }

  /// A view that shares its features with others of the same instrument and timeframe.
  ///
  /// @param instrument number of the instrument in the run
  /// @param features where the view's columns are added, before the first bar
  /// @throws IllegalArgumentException when a column is wrong or the timeframe is another one
  public ObservationBuilder(int instrument, View view, FeatureSet features) {
    if (!view.timeframe().equals(features.timeframe())) {
      throw new IllegalArgumentException(
          "features must be of the view's timeframe %s, but were of %s"
              .formatted(view.timeframe(), features.timeframe()));
    }
    this.instrument = instrument;
    this.view = view;
    this.features = features;
    this.names = view.columns();
    this.columns =
        names.stream().map(name -> features.node(features.column(name))).toArray(Node[]::new);
    this.scaler = RowScaler.of(view.scaling(), columns.length);
    this.capacity = Integer.highestOneBit(view.window() + SPARE_ROWS - 1) << 1;
    this.ring = new float[Math.multiplyExact(capacity, columns.length)];
    this.asOfs = new long[capacity];
    this.seen = features.bars();
  }

  /// Takes the next finished bar: updates the shared features unless that was done for this bar
  /// already, and adds a scaled row once all its columns are ready.
  ///
  /// @throws IllegalStateException when the features have seen bars that this view has not
  /// @throws ArithmeticException when a column's value is no finite number
  public void update(BarView bar) {
    if (features.bars() == seen) {
      features.update(bar);
    }
    seen++;
    if (features.bars() != seen) {
      throw new IllegalStateException(
          "a view must see every bar of its features, but saw %d of %d (%s bars)"
              .formatted(seen, features.bars(), view.timeframe()));
    }
    if (columnsReady || nowReady()) {
      append(bar.endNs());
    }
  }

  private boolean nowReady() {
    for (Node column : columns) {
      if (!column.ready) {
        return false;
      }
    }
    columnsReady = true;
    return true;
  }

  private void append(long asOfNs) {
    long row = complete;
    BEGUN.setOpaque(this, row + 1);
    VarHandle.storeStoreFence();
    int at = slot * columns.length;
    for (int i = 0; i < columns.length; i++) {
      Node column = columns[i];
      float value = (float) column.value;
      if (!Float.isFinite(value)) {
        throw new ArithmeticException(
            "a feature must be a finite number of float's range, but was %s (feature \"%s\", bar"
                    .formatted(column.value, column.key)
                + " that ends at "
                + asOfNs
                + ")");
      }
      ring[at + i] = (float) scaler.scaled(i, column.value);
    }
    asOfs[slot] = asOfNs;
    slot = (slot + 1) & (capacity - 1);
    COMPLETE.setRelease(this, row + 1);
  }

  /// Whether the window is full of ready rows; once so it stays so.
  public boolean ready() {
    return (long) COMPLETE.getAcquire(this) >= view.window();
  }

  /// The newest rows; nothing in them was known later than the end of the last bar.
  ///
  /// @throws IllegalStateException when not [#ready]
  public Observation observe() {
    while (true) {
      long rows = (long) COMPLETE.getAcquire(this);
      if (rows < view.window()) {
        throw new IllegalStateException(
            "an observation needs %d ready rows, but there were %d (%s bars, columns %s)"
                .formatted(view.window(), rows, view.timeframe(), names));
      }
      int oldest = (int) (rows - view.window()) & (capacity - 1);
      int newest = (int) (rows - 1) & (capacity - 1);
      Observation seenNow =
          Observation.ofRing(instrument, asOfs[newest], names, ring, oldest, view.window());
      VarHandle.loadLoadFence();
      if ((long) BEGUN.getOpaque(this) - rows <= capacity - view.window()) {
        return seenNow;
      }
    }
  }

  /// After how many bars the window is full, at the earliest if an indicator's warm-up varies.
  public int warmUp() {
    int longest = 1;
    for (Node column : columns) {
      longest = Math.max(longest, column.warmUp);
    }
    return longest - 1 + view.window();
  }

  public View view() {
    return view;
  }

  /// Where its columns are computed.
  public FeatureSet features() {
    return features;
  }

  /// The rows; the shared features are saved on their own, once, by who shares them. Nobody may
  /// read while a state is loaded.
  @Override
  public void state(StateCodec codec) {
    codec.mark(view.toString());
    seen = codec.whole(seen);
    begun = codec.whole(begun);
    complete = codec.whole(complete);
    slot = (int) codec.whole(slot);
    columnsReady = codec.flag(columnsReady);
    scaler.state(codec);
    for (int i = 0; i < ring.length; i++) {
      ring[i] = (float) codec.real(ring[i]);
    }
    for (int i = 0; i < asOfs.length; i++) {
      asOfs[i] = codec.whole(asOfs[i]);
    }
  }
}

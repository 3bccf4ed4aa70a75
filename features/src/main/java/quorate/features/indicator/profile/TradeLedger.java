package quorate.features.indicator.profile;

import java.util.Arrays;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// How much was traded at each price in each of the last so many bars and in the growing one.
///
/// Every bar has 1,024 cells, one for a tick. When its prices range further, cells are joined two
/// by two until they suffice, so memory is bounded whatever prices do. The profile's bins stay
/// about as wide as such cells or wider: they are a twentieth of a mean over 14 true ranges, hence
/// at least 1/280 of the newest bar's own range, of which a cell is at most 1/512. Where there is
/// no tick, a cell begins as about a millionth of the price.
///
/// Cells are made when the first trade comes: where none ever does they cost nothing.
final class TradeLedger implements Stateful {
  private static final int CELLS = 1024;
  private static final int MANTISSA_STEPS = 20; // 2^−20 of a price, about a millionth
  private static final int LEAST_EXPONENT = -1000; // its inverse still is finite

  private final int slots;

  /// `double[slot × CELLS + cell]`, volume.
  private double[] volumes = {};

  /// By slot: price of one step; a cell is 2^shift steps wide, and the first cell is number `base`.
  private final double[] step;

  private final int[] shift;
  private final long[] base;

  /// By slot of a finished bar: cells with volume, from inclusive, to exclusive; equal where
  /// nothing was traded.
  private final int[] from;

  private final int[] to;

  private int slot;

  /// Of the growing bar's trades; NaN before the first.
  private double tick = Double.NaN;

  private double inverseStep;

  /// @param bars finished bars held, at least 1
  TradeLedger(int bars) {
    slots = bars + 1;
    step = new double[slots];
    shift = new int[slots];
    base = new long[slots];
    from = new int[slots];
    to = new int[slots];
  }

  void trade(double price, double volume, double priceTick) {
    if (!(volume >= 0)) {
      throw new IllegalArgumentException(
          "volume of a trade must be at least 0, but was %s (price %s)".formatted(volume, price));
    }
    if (priceTick != tick) {
      begin(price, priceTick);
    }
    long steps = (long) Math.rint(price * inverseStep);
    long cell = (steps >> shift[slot]) - base[slot];
    if (cell < 0 || cell >= CELLS) {
      checkFinite(price);
      cell = makeRoom(steps);
    }
    volumes[slot * CELLS + (int) cell] += volume;
  }

  private void begin(double price, double priceTick) {
    checkFinite(price);
    if (!Double.isNaN(tick)) {
      throw new IllegalArgumentException(
          "tick must be the same for all trades of a bar, %s, but was %s (price %s)"
              .formatted(tick, priceTick, price));
    }
    if (!(priceTick >= 0 && priceTick < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "tick must be a finite number of at least 0, but was %s (price %s)"
              .formatted(priceTick, price));
    }
    if (volumes.length == 0) {
      volumes = new double[slots * CELLS];
    }
    int exponent = Math.getExponent(price) - MANTISSA_STEPS;
    step[slot] = priceTick > 0 ? priceTick : Math.scalb(1.0, Math.max(LEAST_EXPONENT, exponent));
    tick = priceTick;
    inverseStep = 1 / step[slot];
    shift[slot] = 0;
    base[slot] = (long) Math.rint(price * inverseStep) - CELLS / 2;
  }

  private static void checkFinite(double price) {
    if (!Double.isFinite(price)) {
      throw new IllegalArgumentException(
          "price of a trade must be finite, but was %s".formatted(price));
    }
  }

  /// Moves the cells, joining them as often as needed, until `steps` has one too.
  ///
  /// @return its place
  private long makeRoom(long steps) {
    findUsed();
    while (true) {
      long cell = steps >> shift[slot];
      boolean empty = from[slot] == to[slot];
      long first = empty ? cell : Math.min(cell, base[slot] + from[slot]);
      long last = empty ? cell : Math.max(cell, base[slot] + to[slot] - 1);
      if (last - first < CELLS) {
        move(first - (CELLS - 1 - (last - first)) / 2);
        return cell - base[slot];
      }
      join();
    }
  }

  private void findUsed() {
    int offset = slot * CELLS;
    int first = 0;
    int end = CELLS;
    while (first < end && volumes[offset + first] == 0) {
      first++;
    }
    while (end > first && volumes[offset + end - 1] == 0) {
      end--;
    }
    from[slot] = first < end ? first : 0;
    to[slot] = first < end ? end : 0;
  }

  private void move(long newBase) {
    int offset = slot * CELLS;
    int used = to[slot] - from[slot];
    if (used > 0) {
      int target = (int) (base[slot] + from[slot] - newBase);
      System.arraycopy(volumes, offset + from[slot], volumes, offset + target, used);
      from[slot] = target;
      to[slot] = target + used;
      clearUnused(slot);
    }
    base[slot] = newBase;
  }

  private void clearUnused(int of) {
    int offset = of * CELLS;
    Arrays.fill(volumes, offset, offset + from[of], 0);
    Arrays.fill(volumes, offset + to[of], offset + CELLS, 0);
  }

  /// Two cells become one; a cell never moves up, so each is read before it is written.
  private void join() {
    int offset = slot * CELLS;
    long newBase = base[slot] >> 1;
    for (int cell = from[slot]; cell < to[slot]; cell++) {
      double volume = volumes[offset + cell];
      volumes[offset + cell] = 0;
      volumes[offset + (int) (((base[slot] + cell) >> 1) - newBase)] += volume;
    }
    base[slot] = newBase;
    shift[slot]++;
    findUsed();
  }

  /// Ends the growing bar.
  void end() {
    if (volumes.length > 0) {
      findUsed();
      slot = slot + 1 == slots ? 0 : slot + 1;
      from[slot] = 0;
      to[slot] = 0;
      clearUnused(slot);
    }
    tick = Double.NaN;
  }

  /// Whether anything was traded in a finished bar.
  ///
  /// @param age 0 the newest bar
  boolean traded(int age) {
    int of = slot(age);
    return from[of] < to[of];
  }

  /// First cell with volume; there must be one.
  int from(int age) {
    return from[slot(age)];
  }

  /// After the last cell with volume.
  int to(int age) {
    return to[slot(age)];
  }

  double volume(int age, int cell) {
    return volumes[slot(age) * CELLS + cell];
  }

  /// The middle of a cell's prices.
  double price(int age, int cell) {
    int of = slot(age);
    return (((base[of] + cell) << shift[of]) + ((1L << shift[of]) - 1) / 2.0) * step[of];
  }

  private int slot(int age) {
    int of = slot - 1 - age;
    return of < 0 ? of + slots : of;
  }

  /// Of every bar only the cells with volume are saved.
  @Override
  public void state(StateCodec codec) {
    boolean any = codec.flag(volumes.length > 0);
    slot = (int) codec.whole(slot);
    if (any && volumes.length == 0) {
      volumes = new double[slots * CELLS];
    }
    if (volumes.length > 0) {
      findUsed();
    }
    tick = codec.real(tick);
    inverseStep = codec.real(inverseStep);
    for (int i = 0; any && i < slots; i++) {
      step[i] = codec.real(step[i]);
      shift[i] = (int) codec.whole(shift[i]);
      base[i] = codec.whole(base[i]);
      from[i] = (int) codec.whole(from[i]);
      to[i] = (int) codec.whole(to[i]);
      clearUnused(i);
      for (int cell = i * CELLS + from[i]; cell < i * CELLS + to[i]; cell++) {
        volumes[cell] = codec.real(volumes[cell]);
      }
    }
  }
}

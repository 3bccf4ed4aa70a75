package quorate.trading.order;

import java.util.Arrays;

/// The most that several orders on one side can trade: the sum of their sizes, each group counted
/// once at its largest, because one order of it that trades shrinks the others.
///
/// Allocates only where there are groups. Not for use by two threads.
public final class GroupedSizes {
  private static final long[] NONE = {};

  private long[] groups = NONE;
  private long[] largest = NONE;
  private int count;
  private long sum;

  /// @param group 0 when the order is in none
  /// @param size scaled, 0 or more
  public void add(long group, long size) {
    if (group == 0) {
      sum += size;
      return;
    }
    int at = 0;
    while (at < count && groups[at] != group) {
      at++;
    }
    if (at == count) {
      if (count == groups.length) {
        groups = Arrays.copyOf(groups, 2 * count + 2);
        largest = Arrays.copyOf(largest, 2 * count + 2);
      }
      groups[count] = group;
      largest[count++] = 0;
    }
    sum += Math.max(0, size - largest[at]);
    largest[at] = Math.max(size, largest[at]);
  }

  /// What all of them can trade, scaled, 0 or more.
  public long sum() {
    return sum;
  }
}

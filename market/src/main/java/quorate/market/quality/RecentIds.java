package quorate.market.quality;

import java.util.Arrays;

/// Remembers at least the last 65,536 trade ids of one instrument, exactly, in bounded memory.
///
/// Two open-addressing tables: the younger fills up and becomes the older, which is then forgotten.
final class RecentIds {
  private static final int GENERATION = 1 << 16;
  private static final int FIRST_CAPACITY = 1 << 10;

  private Table young = new Table(FIRST_CAPACITY);
  private Table old = new Table(1);

  boolean contains(long id) {
    return young.contains(id) || old.contains(id);
  }

  void add(long id) {
    if (young.size == GENERATION) {
      old = young;
      young = new Table(FIRST_CAPACITY);
    }
    young.add(id);
  }

  /// A set of longs; the value 0 is kept apart because it marks a free place.
  private static final class Table {
    private long[] places;
    private int size;
    private boolean hasZero;

    Table(int capacity) {
      places = new long[capacity];
    }

    boolean contains(long id) {
      return id == 0 ? hasZero : places[place(id)] == id;
    }

    void add(long id) {
      if (id == 0) {
        hasZero = true;
        return;
      }
      if (2 * (size + 1) > places.length) {
        long[] before = places;
        places = new long[before.length * 2];
        Arrays.stream(before).filter(each -> each != 0).forEach(each -> places[place(each)] = each);
      }
      int place = place(id);
      if (places[place] != id) {
        places[place] = id;
        size++;
      }
    }

    private int place(long id) {
      long mixed = id * 0x9E3779B97F4A7C15L;
      int mask = places.length - 1;
      int place = (int) (mixed >>> 32) & mask;
      while (places[place] != 0 && places[place] != id) {
        place = (place + 1) & mask;
      }
      return place;
    }
  }
}

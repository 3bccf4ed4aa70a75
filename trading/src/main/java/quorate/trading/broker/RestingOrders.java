package quorate.trading.broker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quorate.domain.Side;
import quorate.trading.order.GroupedSizes;
import quorate.trading.order.WorkingOrder;

/// The working orders of one instrument in the order in which an event serves them.
final class RestingOrders {
  private @Nullable Resting[] orders = new Resting[4];
  private int size;

  int size() {
    return size;
  }

  Resting get(int index) {
    Resting order = orders[index];
    if (order == null) {
      throw new IndexOutOfBoundsException(index);
    }
    return order;
  }

  void add(Resting order) {
    if (size == orders.length) {
      orders = Arrays.copyOf(orders, 2 * size);
    }
    int place = size++;
    while (place > 0 && order.isBefore(get(place - 1))) {
      orders[place] = orders[place - 1];
      place--;
    }
    orders[place] = order;
  }

  /// Forgets the orders that are done.
  void sweep() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      Resting order = get(i);
      if (!order.done) {
        orders[kept++] = order;
      }
    }
    Arrays.fill(orders, kept, size, null);
    size = kept;
  }

  /// The most that can still trade on one side, each group counted once at its largest.
  long remaining(Side side) {
    GroupedSizes sizes = new GroupedSizes();
    for (int i = 0; i < size; i++) {
      Resting order = get(i);
      if (order.order.side() == side) {
        sizes.add(order.order.group(), order.remaining());
      }
    }
    return sizes.sum();
  }

  List<WorkingOrder> byId() {
    List<WorkingOrder> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Resting order = get(i);
      list.add(new WorkingOrder(order.order, order.remaining(), order.filled));
    }
    list.sort(Comparator.comparingLong(working -> working.order().id()));
    return list;
  }
}

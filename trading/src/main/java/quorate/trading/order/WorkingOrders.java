package quorate.trading.order;

import java.util.List;

/// What is working: sent to the broker and neither filled, cancelled, expired nor rejected.
public interface WorkingOrders {
  /// Number of working orders of an instrument, sleeping ones included.
  int count(int instrument);

  /// The most that working orders could still buy, scaled, 0 or more.
  ///
  /// Orders of one group count once, because one that trades shrinks the others. Sleeping children
  /// count nothing: they only take back what their parent has bought or sold.
  long buying(int instrument);

  /// The most that working orders could still sell, scaled, 0 or more.
  long selling(int instrument);

  /// The orders of an instrument by id.
  List<WorkingOrder> of(int instrument);

  /// Nothing is working.
  static WorkingOrders none() {
    return new WorkingOrders() {
      @Override
      public int count(int instrument) {
        return 0;
      }

      @Override
      public long buying(int instrument) {
        return 0;
      }

      @Override
      public long selling(int instrument) {
        return 0;
      }

      @Override
      public List<WorkingOrder> of(int instrument) {
        return List.of();
      }
    };
  }
}

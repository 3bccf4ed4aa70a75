package quorate.trading.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import quorate.domain.Instrument;
import quorate.domain.Instruments;
import quorate.domain.Limits;
import quorate.domain.Order;
import quorate.domain.Purpose;
import quorate.domain.Side;

/// Turns a target position into the orders that lead there.
///
/// Orders that already lead to the target are left alone; those that do not are cancelled. A target
/// on the other side of zero becomes two orders, one that closes and one that opens, so that risk
/// can let the first pass when it must refuse the second. No order is larger than the order limit;
/// what is left over is asked for when the target is next looked at. Not for use by two threads.
public final class TargetOrders {
  private final OrderIds ids;
  private final long[] largest;

  public TargetOrders(Instruments instruments, Limits limits, OrderIds ids) {
    this.ids = ids;
    largest = new long[instruments.size()];
    for (int i = 0; i < largest.length; i++) {
      largest[i] = largestOrder(instruments.get(i), limits.maxOrderSize());
    }
  }

  private static long largestOrder(Instrument instrument, BigDecimal wholeUnits) {
    BigDecimal scaled =
        wholeUnits
            .movePointRight(instrument.quantityScale())
            .setScale(0, RoundingMode.DOWN)
            .min(BigDecimal.valueOf(Long.MAX_VALUE));
    return instrument.wholeLots(scaled.longValueExact());
  }

  /// The largest order of an instrument, scaled, whole lots.
  long largest(int instrument) {
    return largest[instrument];
  }

  /// What to do so that the position becomes `target`. Empty when nothing is to be done; usually
  /// one order.
  ///
  /// @param target signed, scaled, whole lots
  /// @param position held now, signed, scaled
  /// @param nowNs UTC nanoseconds of the event that the orders are made on
  public List<Instruction> toward(
      int instrument, long target, long position, WorkingOrders working, long nowNs) {
    long wanted = target - position;
    if (working.count(instrument) == 0) {
      return wanted == 0 ? List.of() : steps(instrument, target, position, nowNs);
    }
    long underWay = 0;
    boolean oneWay = true;
    List<Instruction> cancels = new ArrayList<>();
    for (WorkingOrder order : working.of(instrument)) {
      if (order.order().purpose() == Purpose.TARGET_POSITION) {
        long signed = order.order().side().sign() * order.remaining();
        oneWay &= Long.signum(signed) == Long.signum(wanted);
        underWay += signed;
        cancels.add(new Instruction.Cancel(order.order().id()));
      }
    }
    if (cancels.isEmpty() || (oneWay && Math.abs(underWay) <= Math.abs(wanted))) {
      return wanted == underWay ? List.of() : steps(instrument, target, position + underWay, nowNs);
    }
    cancels.addAll(steps(instrument, target, position, nowNs));
    return cancels;
  }

  /// Cancels everything that works on an instrument and closes its position.
  public List<Instruction> flatten(
      int instrument, long position, WorkingOrders working, long nowNs) {
    List<Instruction> steps = new ArrayList<>();
    for (WorkingOrder order : working.of(instrument)) {
      steps.add(new Instruction.Cancel(order.order().id()));
    }
    trade(steps, instrument, -position, Purpose.FLATTEN, nowNs);
    return steps;
  }

  private List<Instruction> steps(int instrument, long target, long position, long nowNs) {
    List<Instruction> steps = new ArrayList<>(2);
    if (Long.signum(target) == -Long.signum(position) && position != 0) {
      trade(steps, instrument, -position, Purpose.TARGET_POSITION, nowNs);
      if (Math.abs(position) <= largest[instrument]) {
        trade(steps, instrument, target, Purpose.TARGET_POSITION, nowNs);
      }
    } else {
      trade(steps, instrument, target - position, Purpose.TARGET_POSITION, nowNs);
    }
    return steps;
  }

  private void trade(
      List<Instruction> steps, int instrument, long signed, Purpose purpose, long nowNs) {
    long size = Math.min(Math.abs(signed), largest[instrument]);
    if (size > 0) {
      steps.add(
          new Instruction.Submit(
              Order.market(ids.next(), instrument, Side.of(signed), size, purpose, nowNs)));
    }
  }
}

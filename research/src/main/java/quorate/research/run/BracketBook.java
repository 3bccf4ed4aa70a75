package quorate.research.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import quorate.domain.Fill;
import quorate.domain.Instrument;
import quorate.domain.Instruments;
import quorate.domain.Notional;
import quorate.domain.Order;
import quorate.domain.OrderTerms;
import quorate.research.performance.TradeBracket;
import quorate.research.performance.TradeBracket.Exit;

/// Follows brackets from risk's approval to the end of their trade, by what is on the tape. For one
/// thread.
final class BracketBook {
  private final Instruments instruments;
  private final Map<Long, Plan> plans = new HashMap<>();
  private final @Nullable Plan[] running;

  /// One entry with its ways out.
  private static final class Plan {
    private final Order entry;
    private @Nullable Order stop;
    private @Nullable Order target;
    private double risk;
    private Exit exit = Exit.COUNCIL;

    Plan(Order entry) {
      this.entry = entry;
    }
  }

  BracketBook(Instruments instruments) {
    this.instruments = instruments;
    running = new Plan[instruments.size()];
  }

  void approved(Order order) {
    switch (order.purpose()) {
      case ENTRY -> plans.put(order.id(), new Plan(order));
      case STOP_LOSS, TAKE_PROFIT -> {
        Plan plan = plans.get(order.parent());
        if (plan != null) {
          plans.put(order.id(), plan);
          if (order.terms() instanceof OrderTerms.Stop) {
            plan.stop = order;
          } else {
            plan.target = order;
          }
        }
      }
      case TARGET_POSITION, FLATTEN -> {}
    }
  }

  void filled(Fill fill) {
    Plan plan = plans.get(fill.orderId());
    if (plan == null) {
      plan = running[fill.instrument()];
      if (plan != null) {
        plan.exit = Exit.COUNCIL;
      }
    } else if (fill.orderId() == plan.entry.id()) {
      running[fill.instrument()] = plan;
      plan.risk += risk(plan, fill);
    } else {
      plan.exit = plan.stop != null && fill.orderId() == plan.stop.id() ? Exit.STOP : Exit.TARGET;
    }
  }

  /// What the stop costs from where the entry filled, in the instrument's currency; negative beyond
  /// it.
  private double risk(Plan plan, Fill fill) {
    if (plan.stop == null || !(plan.stop.terms() instanceof OrderTerms.Stop(long stop))) {
      return 0;
    }
    long distance = fill.side().sign() * (fill.price() - stop);
    return Notional.of(instruments.get(fill.instrument())).of(distance, fill.quantity()).toDouble();
  }

  /// Ends the trade of an instrument.
  ///
  /// @param toBase base currency units in one unit of the instrument's currency
  /// @return its bracket, empty when it was entered without one
  Optional<TradeBracket> closed(int number, double toBase) {
    Plan plan = running[number];
    running[number] = null;
    if (plan == null
        || plan.stop == null
        || plan.target == null
        || !(plan.stop.terms() instanceof OrderTerms.Stop(long stop))
        || !(plan.target.terms() instanceof OrderTerms.Limit(long target))) {
      return Optional.empty();
    }
    plans.remove(plan.entry.id());
    plans.remove(plan.stop.id());
    plans.remove(plan.target.id());
    Instrument instrument = instruments.get(number);
    double risk = plan.risk * toBase;
    return Optional.of(
        new TradeBracket(
            instrument.priceAsDouble(stop),
            instrument.priceAsDouble(target),
            risk > 0 ? OptionalDouble.of(risk) : OptionalDouble.empty(),
            plan.exit));
  }
}

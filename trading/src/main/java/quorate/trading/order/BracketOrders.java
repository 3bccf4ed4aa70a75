package quorate.trading.order;

import java.util.ArrayList;
import java.util.List;
import quorate.domain.Instrument;
import quorate.domain.Instruments;
import quorate.domain.Limits;
import quorate.domain.OrderTerms;
import quorate.domain.Purpose;
import quorate.domain.Side;

/// Turns a target position into brackets: an entry at the market with a stop and a target, each a
/// multiple of the average true range away from the last price.
///
/// A position keeps the size and the ways out that it was entered with until it is over: only the
/// *side* of a target is followed. When that turns or becomes flat, everything that works is
/// cancelled, what is held is closed, and the other side enters with a bracket of its own.
///
/// **One entry for each opinion.** An opinion is a row of decisions on one side. Once it has been
/// entered it is *spent*: after its stop or target it is not entered again, until the council has
/// said something else in between (the other side, flat, or nothing that acts). Otherwise a stop
/// that is hit would be followed by the same trade at the next bar, at a worse price.
///
/// The rules with worked examples are in `docs/fills.md`. Not for use by two threads.
public final class BracketOrders {
  private final Instruments instruments;
  private final OrderIds ids;
  private final BracketRules rules;
  private final TargetOrders lone;
  private final int[] opinion;
  private final boolean[] spent;

  public BracketOrders(Instruments instruments, Limits limits, OrderIds ids, BracketRules rules) {
    this.instruments = instruments;
    this.ids = ids;
    this.rules = rules;
    lone = new TargetOrders(instruments, limits, ids);
    opinion = new int[instruments.size()];
    spent = new boolean[instruments.size()];
  }

  /// Takes notice of a decision; call it for each one, before [#toward].
  ///
  /// @param side 1 or −1 for a decision that acts on that side, 0 for every other
  public void hear(int instrument, int side) {
    if (side != opinion[instrument]) {
      opinion[instrument] = side;
      spent[instrument] = false;
    }
  }

  /// Takes notice that risk let an entry pass: the present opinion is spent. One that was refused
  /// is not, and may be asked for again.
  public void entered(int instrument) {
    spent[instrument] = true;
  }

  /// What to do so that the position comes to the side of `target`; mostly nothing.
  ///
  /// @param target signed, scaled, whole lots; its size counts for an entry only, which is at most
  ///   the order limit
  /// @param position held now, signed, scaled
  /// @param last price that the ways out are measured from, scaled
  /// @param atr average true range in price units; NaN while it is not known, and nothing is
  ///   entered
  /// @param nowNs UTC nanoseconds of the event that the orders are made on
  public List<Instruction> toward(
      int instrument,
      long target,
      long position,
      WorkingOrders working,
      long last,
      double atr,
      long nowNs) {
    int wanted = Long.signum(target);
    long entry = 0;
    int entering = 0;
    boolean leaving = false;
    for (WorkingOrder order : working.of(instrument)) {
      if (order.order().purpose() == Purpose.ENTRY) {
        entry = order.order().id();
        entering = order.order().side().sign();
      }
      leaving |= order.order().purpose() == Purpose.FLATTEN;
    }
    int held = Long.signum(position);
    int side = entering != 0 || leaving ? entering : held;
    if (side == wanted) {
      spent[instrument] |= side != 0;
      return List.of();
    }
    List<Instruction> steps = new ArrayList<>();
    if (!leaving) {
      steps.addAll(lone.flatten(instrument, position, working, nowNs));
    } else if (entry != 0) {
      steps.add(new Instruction.Cancel(entry));
    }
    // A position that is being closed must be gone before the same side can be entered anew.
    if (wanted != 0 && wanted != held && !spent[instrument] && !Double.isNaN(atr)) {
      enter(steps, instrument, target, last, atr, nowNs);
    }
    return steps;
  }

  private void enter(
      List<Instruction> steps, int number, long target, long last, double atr, long nowNs) {
    Instrument instrument = instruments.get(number);
    long size = Math.min(Math.abs(target), lone.largest(number));
    if (size > 0) {
      steps.add(
          new Instruction.Enter(
              Bracket.atTicks(
                  ids,
                  number,
                  instrument,
                  Side.of(target),
                  OrderTerms.MARKET,
                  size,
                  last,
                  rules.stopTicks(atr, instrument),
                  rules.targetTicks(atr, instrument),
                  nowNs)));
    }
  }
}

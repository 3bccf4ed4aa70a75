package quorate.research.performance;

import java.util.List;
import java.util.OptionalDouble;

/// What the closed trades amount to, net of costs, in the base currency. Definitions: [Metric].
///
/// @param count of closed trades
/// @param wins of them with a profit above 0
/// @param winRate wins over count
/// @param profitFactor profits over losses
/// @param expectancy mean profit of a trade
/// @param expectancyR mean profit in units of risk, over the trades whose risk is known
/// @param averageWin mean profit of the winners
/// @param averageLoss mean profit of the losers, negative
/// @param averageHoldingSeconds mean time from first to last fill
public record TradeFigures(
    int count,
    int wins,
    OptionalDouble winRate,
    OptionalDouble profitFactor,
    OptionalDouble expectancy,
    OptionalDouble expectancyR,
    OptionalDouble averageWin,
    OptionalDouble averageLoss,
    OptionalDouble averageHoldingSeconds) {

  static TradeFigures of(List<ClosedTrade> trades) {
    Sum wins = new Sum();
    Sum losses = new Sum();
    Sum all = new Sum();
    Sum multiples = new Sum();
    Sum holding = new Sum();
    for (ClosedTrade trade : trades) {
      double profit = trade.netProfit();
      all.add(profit);
      holding.add(trade.holdingSeconds());
      trade.multipleOfRisk().ifPresent(multiples::add);
      if (profit > 0) {
        wins.add(profit);
      } else if (profit < 0) {
        losses.add(profit);
      }
    }
    return new TradeFigures(
        all.count,
        wins.count,
        ReturnFigures.ratio(wins.count, all.count),
        ReturnFigures.ratio(wins.total, -losses.total),
        all.mean(),
        multiples.mean(),
        wins.mean(),
        losses.mean(),
        holding.mean());
  }

  private static final class Sum {
    private int count;
    private double total;

    void add(double value) {
      count++;
      total += value;
    }

    OptionalDouble mean() {
      return ReturnFigures.ratio(total, count);
    }
  }
}

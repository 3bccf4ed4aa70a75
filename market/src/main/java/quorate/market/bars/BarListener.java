package quorate.market.bars;

import quorate.domain.Bar;

/// Takes bars as they close.
public interface BarListener {
  void onBar(Bar bar);
}

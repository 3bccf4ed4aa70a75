package quorate.agents.rule;

import java.math.BigDecimal;
import java.util.List;
import quorate.agents.Agent;
import quorate.agents.AgentParameters;
import quorate.agents.Horizon;
import quorate.domain.Observation;
import quorate.domain.Opinion;
import quorate.domain.Rationale;
import quorate.domain.View;

/// Goes against the stretch: long when the close is below the lower Bollinger band and RSI is
/// oversold, short when it is above the upper band and RSI is overbought, until the close is back
/// at the middle; flat otherwise.
///
/// Entry and exit lie apart, so that a close wandering around a band does not turn the view on and
/// off. Where the view stands between them is not remembered but read from the observation: of the
/// last `memory` bars, the newest stretched one counts, unless a later bar was back. So the agent
/// is pure, and a view that found no return within `memory` bars ends by itself; that is its
/// horizon too. (A remembered side would be cheaper to observe, but would differ between a run and
/// one that resumes in the middle.)
///
/// %b is 0 on the lower band, ½ on the average and 1 on the upper band.
///
/// | parameter | default | range | meaning |
/// |---|---|---|---|
/// | `timeframe` | the council's | | bars it looks at |
/// | `bands` | 20 | 2 … 10,000 bars | length of the Bollinger bands |
/// | `deviations` | 2 | 0.1 … 10 | distance of the bands from their average |
/// | `rsi` | 14 | 2 … 1,000 bars | length of RSI |
/// | `oversold` | 30 | 0 … 50 | a long view needs an RSI below |
/// | `overbought` | 70 | 50 … 100 | a short view needs an RSI above |
/// | `exit` | 0.5 | 0.05 … 1 | %b at which a long view ends; a short one ends at 1 − exit |
/// | `memory` | 20 | 1 … 1,000 bars | a view ends this many bars after the last stretched one |
///
/// Confidence of a view is that of its stretched bar: ½ + ¼·(how far beyond the band, a half band
/// being 1) + ¼·(how far RSI is from its threshold to its end of the scale). Confidence of being
/// flat goes from 1 at the middle to ½ at the bands.
///
/// Sources: J. Bollinger, *Bollinger on Bollinger Bands* (2001); J. W. Wilder, *New Concepts in
/// Technical Trading Systems* (1978), section VI (RSI).
public final class ReversionAgent implements Agent {
  private static final int PERCENT_B = 0;
  private static final int RSI = 1;
  private static final String FRESH =
      "%%b %.2f is beyond its band with RSI %.1f: a return to the middle is due";
  private static final String HELD =
      "%%b was %.2f with RSI %.1f %.0f bars ago and is %.2f now, not back at %.2f yet";
  private static final String FLAT = "%%b %.2f with RSI %.1f: not stretched";

  private final View view;
  private final double oversold;
  private final double overbought;
  private final double exit;
  private final long horizonNs;

  /// @throws quorate.domain.settings.SettingsException when a parameter breaks its rule
  public ReversionAgent(AgentParameters parameters) {
    int bands = parameters.wholeNumber("bands", 20, 2, 10_000);
    double deviations = parameters.number("deviations", 2, 0.1, 10);
    int rsi = parameters.wholeNumber("rsi", 14, 2, 1_000);
    oversold = parameters.number("oversold", 30, 0, 50);
    overbought = parameters.number("overbought", 70, 50, 100);
    exit = parameters.number("exit", 0.5, 0.05, 1);
    int memory = parameters.wholeNumber("memory", 20, 1, 1_000);
    view =
        new View(
            parameters.timeframe(),
            memory,
            List.of(
                "bollinger(%d, %s).percent_b".formatted(bands, plain(deviations)),
                "rsi(%d)".formatted(rsi)));
    horizonNs = Horizon.ofBars(view.timeframe(), memory);
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  @Override
  public View view() {
    return view;
  }

  @Override
  public Opinion opine(Observation seen) {
    boolean backFromBelow = false;
    boolean backFromAbove = false;
    for (int row = seen.window() - 1; row >= 0 && !(backFromBelow && backFromAbove); row--) {
      double percentB = seen.at(row, PERCENT_B);
      double rsi = seen.at(row, RSI);
      if (!backFromBelow && percentB < 0 && rsi < oversold) {
        double extreme = (oversold - rsi) / oversold;
        return stretched(seen, row, 1, confidence(-percentB, extreme), exit);
      }
      if (!backFromAbove && percentB > 1 && rsi > overbought) {
        double extreme = (rsi - overbought) / (100 - overbought);
        return stretched(seen, row, -1, confidence(percentB - 1, extreme), 1 - exit);
      }
      backFromBelow |= percentB >= exit;
      backFromAbove |= percentB <= 1 - exit;
    }
    return flat(seen.latest(PERCENT_B), seen.latest(RSI));
  }

  /// @param beyond distance from the band, in distances of the bands from each other
  private static double confidence(double beyond, double extreme) {
    return 0.5 + 0.25 * Math.min(1, 2 * beyond) + 0.25 * Math.min(1, extreme);
  }

  private Opinion stretched(
      Observation seen, int row, int direction, double confidence, double back) {
    double percentB = seen.at(row, PERCENT_B);
    double rsi = seen.at(row, RSI);
    int barsAgo = seen.window() - 1 - row;
    Rationale why =
        barsAgo == 0
            ? Rationale.of(FRESH, percentB, rsi)
            : Rationale.of(HELD, percentB, rsi, barsAgo, seen.latest(PERCENT_B), back);
    return Opinion.of(direction, confidence, horizonNs, why);
  }

  private Opinion flat(double percentB, double rsi) {
    double fromMiddle = Math.min(1, 2 * Math.abs(percentB - 0.5));
    return Opinion.of(0, 1 - 0.5 * fromMiddle, horizonNs, Rationale.of(FLAT, percentB, rsi));
  }
}
